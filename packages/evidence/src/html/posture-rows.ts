import type { EntryPosture, RequirementPosture } from "@plimsoll/core/posture";
import { sections } from "@plimsoll/model";
import { htmlText } from "../compliance/html-text.ts";
import { proofLine, verdictWords, type PostureReport } from "../posture/posture-report.ts";

/** Proofs of one row that the page shows; JSON has more. */
const SHOWN_PROOFS = 20;

/** The rows of the design, section by section, each with why and by what. */
export function requirementSections(report: PostureReport): string {
  return sections
    .map((section) => {
      const rows = report.posture.requirements.filter((row) => row.section === section.ref);
      if (rows.length === 0) return "";
      const title =
        section.kind === "table" ? `${section.ref}: ${section.title}` : `${section.ref} ${section.title}`;
      return `<section data-part><h3>${htmlText(title)}</h3>
<table><thead><tr><th scope="col" class="w-v">Verdict</th><th scope="col">Requirement</th><th scope="col" class="w-l">Level</th></tr></thead>
<tbody>${rows.map((row) => rowOf(row, report)).join("\n")}</tbody></table></section>`;
    })
    .join("\n");
}

function rowOf(row: RequirementPosture, { statementOf }: PostureReport): string {
  const { requirement, title, verdict, effective, baseline, phases } = row;
  const statement = statementOf(requirement);
  const parts = [
    statement === undefined ? "" : `<p>${htmlText(statement)}</p>`,
    reasonList(row),
    entryTable(row.entries),
    proofList(row),
    `<p class="soft">Baseline ${baseline}; phases: ${phases.join(", ")}.</p>`,
  ];
  return `<tr id="${requirement}" data-verdict="${verdict}" data-level="${effective}" data-phase="${phases.join(" ")}"><td><span class="v ${verdict}">${verdictWords(verdict)}</span></td><td><details><summary>${htmlText(title)} <code>${requirement}</code></summary>${parts.join("")}</details></td><td>${effective}</td></tr>`;
}

function reasonList({ reasons }: RequirementPosture): string {
  if (reasons.length === 0) return "";
  const items = reasons.map(({ message }) => `<li>${htmlText(message)}</li>`);
  return `<h4>Why</h4><ul class="list">${items.join("")}</ul>`;
}

function entryTable(entries: readonly EntryPosture[]): string {
  if (entries.length === 0) return "";
  const items = entries.map(({ entry, meaning, status, rules }) => {
    const by =
      rules.length === 0
        ? ""
        : ` <span class="soft">${rules.map((rule) => `<code>${htmlText(rule)}</code>`).join(" ")}</span>`;
    return `<li><code>${entry}</code> ${htmlText(meaning)}: <b>${status.replaceAll("-", " ")}</b>${by}</li>`;
  });
  return `<h4>What was looked for</h4><ul class="list">${items.join("")}</ul>`;
}

function proofList({ proofs, proofCount }: RequirementPosture): string {
  if (proofs.length === 0) return "";
  const shown = proofs.slice(0, SHOWN_PROOFS).map((proof) => {
    const { label, text, place } = proofLine(proof);
    const where = place === "" ? "" : ` <code class="place">${htmlText(place)}</code>`;
    return `<li><b>${htmlText(label)}</b> ${htmlText(text)}${where}</li>`;
  });
  const more = proofCount > shown.length ? [`<li>and ${proofCount - shown.length} more</li>`] : [];
  return `<h4>Proofs</h4><ul class="list">${[...shown, ...more].join("")}</ul>`;
}
