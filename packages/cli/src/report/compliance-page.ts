import { categoryOf, RESULT_VALUES, type ComplianceResult } from "@plimsoll/core";
import type { ComplianceSubject } from "@plimsoll/evidence/compliance";
import { visibleLine } from "@plimsoll/evidence";
import type { Paint } from "../terminal/paint.ts";
import { table } from "./table.ts";

/** Failed rules that are listed; `--format html` and the others have all. */
const MAXIMUM_ROWS = 50;

/** A compliance verdict for a terminal. */
export function compliancePage({ report, verdict, imageDigest }: ComplianceSubject, paint: Paint): string {
  const runs = verdict.runs.map((index) => report.runs[index]).filter((run) => run !== undefined);
  const mark = verdict.verdict === "pass" ? paint.added("pass") : paint.removed(verdict.verdict);
  const names = runs.map(({ benchmark, profile }) =>
    [benchmark.title || benchmark.id, profile].join(" ").trim(),
  );
  const counts = RESULT_VALUES.filter((value) => verdict.counts[value] > 0);
  const lines = [
    `${paint.strong("Compliance:")} ${mark}`,
    ...names.map((name) => shown(name)),
    imageDigest === undefined ? "not bound to an image" : `image ${imageDigest}`,
    "",
    ...verdict.reasons.map(({ code, message }) => `- ${shown(message)} ${paint.dim(code)}`),
    `${verdict.evaluated} of ${verdict.selected} rules judged, coverage ${Math.floor(verdict.coverage * 100)} %: ${counts
      .map((value) => `${verdict.counts[value]} ${value}`)
      .join(", ")}`,
  ];
  const failed = runs.flatMap(({ results }) => results.filter(({ result }) => result === "fail"));
  return `${lines.join("\n")}\n${failedTable(failed)}`;
}

function failedTable(failed: readonly ComplianceResult[]): string {
  if (failed.length === 0) return "";
  const rows = [...failed]
    .sort((a, b) => weight(a) - weight(b))
    .slice(0, MAXIMUM_ROWS)
    .map((result) => [categoryName(result), shown(result.stigId || result.ruleId), shown(result.title)]);
  const more = failed.length - rows.length;
  const rest = more > 0 ? `… and ${more} more; see --format html.\n` : "";
  return `\n${table(["CATEGORY", "RULE", "WHAT MUST HOLD"], rows)}${rest}`;
}

function weight({ severity }: ComplianceResult): number {
  return categoryOf(severity) ?? 0;
}

function categoryName({ severity }: ComplianceResult): string {
  const category = categoryOf(severity);
  return category === undefined ? severity : `CAT ${"I".repeat(category)}`;
}

/** Foreign text on one line, without anything that a terminal obeys. */
function shown(text: string): string {
  return visibleLine(text).slice(0, 200);
}
