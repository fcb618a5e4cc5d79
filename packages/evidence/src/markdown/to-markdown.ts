import { SEVERITIES, counted, firstOf, groupByFile, severityCounts } from "../report/grouping.ts";
import { countByPart } from "../report/requirement-part.ts";
import { ruleAddress } from "../report/rule-address.ts";
import { BoundedLines } from "./bounded-lines.ts";
import { writeNotChecked, writeWaived } from "./excused-tables.ts";
import { markdownCode, markdownLink, markdownRow, markdownText } from "./markdown-text.ts";
import type { Assessment, Finding, Severity } from "@plimsoll/core";
import type { ReportContext } from "../report/report-context.ts";
import type { PartCount } from "../report/requirement-part.ts";

/** What GitHub takes as the summary of a step: 1 MiB. */
const DEFAULT_LIMIT = 1_048_576;
const SMALLEST_LIMIT = 20_000;
const SHOWN_REQUIREMENTS = 5;

const MARKS: Readonly<Record<Severity, string>> = {
  error: "❌ error",
  warning: "⚠️ warning",
  info: "ℹ️ info",
};

/** How large the report may become. */
export interface MarkdownOptions {
  /** Bytes of UTF-8; 1 MiB unless given, never below 20,000. */
  readonly limit?: number;
}

/**
 * The assessment as GitHub-flavoured Markdown for a job's summary or a comment. Where it would become too large, the files
 * with the least severe findings are left out, and a notice says so.
 */
export function toMarkdown(
  assessment: Assessment,
  context: ReportContext,
  options: MarkdownOptions = {},
): string {
  const limit = Math.max(options.limit ?? DEFAULT_LIMIT, SMALLEST_LIMIT);
  const head = headLines(assessment);
  const tail = new BoundedLines(Math.floor(limit / 4));
  writeNotChecked(assessment.notChecked, tail);
  writeWaived(assessment.waived, context, tail);
  const body = new BoundedLines(limit - tail.used);
  body.add(...head);
  writeFindings(assessment.findings, context, body);
  return `${[...body.lines, ...tail.lines].join("\n")}\n`;
}

function headLines(assessment: Assessment): readonly string[] {
  const { findings, summary } = assessment;
  const checked = `Checked ${summary.checkedFiles} of ${counted(summary.files, "file")}: ${counted(summary.resources, "resource")}, ${counted(summary.rules, "rule")}, profile ${markdownCode(summary.profile)}, Kubernetes ${markdownText(summary.kubernetesVersion)}.`;
  const aside = `${summary.waived} waived, ${summary.notChecked} not checked.`;
  const fixes = `Fixes: ${summary.fixable.safe} safe, ${summary.fixable.review} for review.`;
  const head = [`## Plimsoll: ${verdict(assessment)}`, "", `${checked} ${aside} ${fixes}`];
  return findings.length === 0 ? head : [...head, "", ...partTable(countByPart(findings))];
}

/** Never says that all is well of what was not looked at. */
function verdict({ findings, summary }: Assessment): string {
  if (findings.length > 0) return severityCounts(findings);
  if (summary.checkedFiles === 0) return "no file was checked";
  return summary.notChecked > 0 ? "no findings in what was checked" : "no findings";
}

function partTable(parts: readonly PartCount[]): readonly string[] {
  const rows = parts.map(({ part, counts, requirements }) => {
    const { shown, more } = firstOf(requirements, SHOWN_REQUIREMENTS);
    const list = shown.map(markdownCode).join(", ") + (more === 0 ? "" : ` and ${more} more`);
    return markdownRow([part, ...SEVERITIES.map((severity) => String(counts[severity])), list]);
  });
  return [
    "| Reference design | Errors | Warnings | Infos | Requirements |",
    "|---|--:|--:|--:|---|",
    ...rows,
  ];
}

function writeFindings(findings: readonly Finding[], context: ReportContext, into: BoundedLines): void {
  if (findings.length === 0) return;
  into.add("", "### Findings");
  const files = [...groupByFile(findings)].sort(([, a], [, b]) => worstRank(a) - worstRank(b));
  const written = new Set<Finding>();
  for (const [file, group] of files) {
    if (!writeFile(file, group, { context, into, written })) break;
  }
  const left = findings.filter((finding) => !written.has(finding));
  if (left.length === 0) return;
  const lost = `${severityCounts(left)} in ${counted(groupByFile(left).size, "file")}`;
  into.addNotice(
    `**Cut here: ${lost} are not shown, since this summary has a limit of size. The JSON and SARIF reports hold all.**`,
  );
}

function worstRank(findings: readonly Finding[]): number {
  return findings.reduce(
    (worst, { severity }) => Math.min(worst, SEVERITIES.indexOf(severity)),
    SEVERITIES.length,
  );
}

interface FindingWriter {
  readonly context: ReportContext;
  readonly into: BoundedLines;
  readonly written: Set<Finding>;
}

/** The table of a file; false where something of it did not fit. */
function writeFile(
  file: string,
  findings: readonly Finding[],
  { context, into, written }: FindingWriter,
): boolean {
  const head = [
    "",
    `#### ${markdownCode(file)}`,
    "",
    "| Severity | Place | Rule | What | Fix |",
    "|---|---|---|---|---|",
  ];
  for (const [index, finding] of findings.entries()) {
    const row = findingRow(finding, context);
    if (!(index === 0 ? into.add(...head, row) : into.add(row))) return false;
    written.add(finding);
  }
  return true;
}

function findingRow(finding: Finding, context: ReportContext): string {
  const { start } = finding.range;
  const fix = finding.fixes[0];
  return markdownRow([
    MARKS[finding.severity],
    `${start.line}:${start.column}`,
    markdownLink(finding.ruleId, ruleAddress(finding.ruleId, context)),
    markdownText(finding.message),
    fix === undefined ? "" : `${markdownText(fix.title)} (${fix.safety})`,
  ]);
}
