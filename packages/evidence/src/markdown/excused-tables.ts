import { counted, firstOf, groupBy, isCrash } from "../report/grouping.ts";
import { ruleAddress } from "../report/rule-address.ts";
import { markdownCode, markdownLink, markdownRow, markdownText } from "./markdown-text.ts";
import type { NotChecked, WaivedFinding } from "@plimsoll/core";
import type { ReportContext } from "../report/report-context.ts";
import type { BoundedLines } from "./bounded-lines.ts";

const SHOWN_FILES = 5;

/** What was not checked, a row for each code: crashes first, then the most frequent. */
export function writeNotChecked(notChecked: readonly NotChecked[], into: BoundedLines): void {
  if (notChecked.length === 0) return;
  const groups = [...groupBy(notChecked, ({ code }) => code)];
  groups.sort(([, a], [, b]) => Number(b.some(isCrash)) - Number(a.some(isCrash)) || b.length - a.length);
  into.add(
    "",
    `### Not checked (${notChecked.length})`,
    "",
    "| Code | Count | Why | Where |",
    "|---|--:|---|---|",
  );
  const rows = groups.map(([code, group]) => notCheckedRow(code, group));
  writeRows(rows, "kinds of gap", into);
}

function notCheckedRow(code: string, group: readonly NotChecked[]): string {
  const reasons = [...new Set(group.map(({ reason }) => reason))];
  const others = reasons.length > 1 ? ` (and ${counted(reasons.length - 1, "other reason")})` : "";
  const places = group.flatMap((entry) => {
    const place = entry.file ?? entry.subject;
    return place === undefined ? [] : [place];
  });
  const { shown, more } = firstOf([...new Set(places)], SHOWN_FILES);
  const where = shown.map(markdownCode).join(", ") + (more === 0 ? "" : ` and ${more} more`);
  return markdownRow([
    markdownCode(code),
    String(group.length),
    markdownText(reasons[0] ?? "") + others,
    where,
  ]);
}

/** What is waived, a row for each finding; waivers that end first come first. */
export function writeWaived(
  waived: readonly WaivedFinding[],
  context: ReportContext,
  into: BoundedLines,
): void {
  if (waived.length === 0) return;
  const sorted = [...waived].sort((a, b) => compareText(a.expires ?? "~", b.expires ?? "~"));
  into.add(
    "",
    `### Waived (${waived.length})`,
    "",
    "| Until | Rule | Where | By | Why |",
    "|---|---|---|---|---|",
  );
  const rows = sorted.map(({ finding, by, reference, justification, expires }) =>
    markdownRow([
      expires === undefined ? "no end" : markdownText(expires),
      markdownLink(finding.ruleId, ruleAddress(finding.ruleId, context)),
      `${markdownCode(finding.file)} line ${finding.range.start.line}`,
      `${by} ${markdownCode(reference)}`,
      markdownText(justification),
    ]),
  );
  writeRows(rows, "waived findings", into);
}

/** Rows while they fit, a line long kept for saying how many did not. */
function writeRows(rows: readonly string[], what: string, into: BoundedLines): void {
  let written = 0;
  for (const row of rows) {
    if (!into.add(row)) break;
    written += 1;
  }
  if (written < rows.length)
    into.addNotice(
      `**${rows.length - written} more ${what} are not shown: this summary has a limit of size.**`,
    );
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
