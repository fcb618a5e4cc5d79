import type { PromotionPlan, PromotionRemark } from "@plimsoll/promote";
import type { Paint } from "../terminal/paint.ts";
import { printable } from "../terminal/progress.ts";

/** The plan for a terminal: the change, what to know of it, and why it is refused. */
export function promotionPage(plan: PromotionPlan, done: string, paint: Paint): string {
  const { operation, image, environment, refusals, notes } = plan;
  const digest = image.digest;
  const head = `${printable(image.name)}@${digest} to ${printable(environment)}`;
  const remarks = notes.map((note) => `note: ${remarkText(note)}`);
  if (operation === "refused") {
    return lines([
      `Refused: ${head}`,
      ...refusals.flatMap((refusal) => [`  ${remarkText(refusal)}`, `    ${refusal.nextStep}`]),
      ...remarks,
    ]);
  }
  if (operation === "none") return lines([`Nothing to do: ${head} is in place.`, ...remarks]);
  return lines([
    ...plan.diff
      .trimEnd()
      .split("\n")
      .map((line) => painted(line, paint)),
    "",
    `${done}: ${head}`,
    `Files: ${plan.files.map(({ path }) => printable(path)).join(", ")}`,
    ...(plan.previousDigests.length > 0 ? [`Replaces: ${plan.previousDigests.join(", ")}`] : []),
    ...remarks,
  ]);
}

function remarkText({ file, at, path, message, code }: PromotionRemark): string {
  const place = file === "" ? "" : `${printable(file)}:${at.line}:${at.column} `;
  return `${place}${path === "" ? "" : `${printable(path)}: `}${printable(message)} (${code})`;
}

function painted(line: string, paint: Paint): string {
  const text = printable(line);
  if (line.startsWith("+++") || line.startsWith("---")) return paint.strong(text);
  if (line.startsWith("+")) return paint.added(text);
  return line.startsWith("-") ? paint.removed(text) : text;
}

function lines(all: readonly string[]): string {
  return `${all.join("\n")}\n`;
}
