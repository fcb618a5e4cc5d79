import type { CategoryPosture, Posture } from "@plimsoll/core/posture";
import { htmlText } from "../compliance/html-text.ts";

/** Products of a category that the map shows. */
const SHOWN = 8;

/** The factory by category of tools: what fills each, and where that is seen. */
export function factoryMap({ tools, differences }: Posture): string {
  const lost = differences.undetected.map(
    ({ product, category }) =>
      `<li>${htmlText(product)} is declared as ${htmlText(category)}, and no file shows it.</li>`,
  );
  const extra = differences.undeclared.map(
    ({ name }) => `<li>${htmlText(name)} is there, and nobody declares it.</li>`,
  );
  const list =
    lost.length + extra.length === 0
      ? ""
      : `<h3>Declared and found differ</h3><ul class="list">${[...lost, ...extra].join("")}</ul>`;
  return `<div class="map">${tools.map(cardOf).join("\n")}</div>${list}`;
}

function cardOf(category: CategoryPosture): string {
  const { title, requirements, minimum, count, detections, declared } = category;
  const needed = Math.max(1, minimum);
  const [state, words] = standing(category);
  const products = detections
    .slice(0, SHOWN)
    .map(({ name, strength, state: seen, signals: [signal], signalCount }) => {
      const how = seen === "offered" ? "offered, not in use" : strength;
      const traces = signalCount === 1 ? "1 trace" : `${signalCount} traces`;
      const where =
        signal === undefined
          ? ""
          : `<br><code class="place">${htmlText(`${signal.file}:${signal.range.start.line}`)}</code>`;
      return `<li>${htmlText(name)} <span class="soft">(${how}, ${traces})</span>${where}</li>`;
    });
  const stated = declared.map(
    ({ product, environment }) =>
      `<li>${htmlText(product)} <span class="soft">(declared${environment === undefined ? "" : `, ${htmlText(environment)}`})</span></li>`,
  );
  const more = detections.length > SHOWN ? [`<li>and ${detections.length - SHOWN} more</li>`] : [];
  const links = requirements.map((id) => `<a href="#${id}">${id}</a>`).join(", ");
  return `<article class="card ${state}"><h4>${htmlText(title)}</h4><p class="soft">${words}: ${count} of ${needed}</p><ul class="list">${[...products, ...stated, ...more].join("")}</ul><p class="soft">${links}</p></article>`;
}

function standing({ minimum, count }: CategoryPosture): readonly [string, string] {
  if (count >= Math.max(1, minimum)) return ["full", "filled"];
  return minimum === 0 ? ["open", "optional"] : ["empty", "missing"];
}
