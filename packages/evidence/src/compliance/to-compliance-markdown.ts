import { BoundedLines } from "../markdown/bounded-lines.ts";
import { markdownCode, markdownRow, markdownText } from "../markdown/markdown-text.ts";
import { byWeight, categoryName, countRows, percent } from "./compliance-table.ts";
import { judgedRuns, nameOf, waiverOf, type ComplianceSubject } from "./compliance-subject.ts";
import type { ComplianceResult } from "@plimsoll/core";

/** A job summary holds 1 MiB; other actions write into the same. */
const MAXIMUM_BYTES = 512 * 1024;
const VERDICTS = { pass: "✅ pass", fail: "❌ fail", indeterminate: "⚠️ indeterminate" } as const;

/** The verdict, its reasons, the counts and what failed, as GitHub-flavoured Markdown. */
export function toComplianceMarkdown(subject: ComplianceSubject): string {
  const { verdict } = subject;
  const lines = new BoundedLines(MAXIMUM_BYTES);
  lines.add(`## Compliance: ${VERDICTS[verdict.verdict]}`, "", ...headLines(subject), "");
  for (const { message, code } of verdict.reasons)
    lines.add(`- ${markdownText(message)} (${markdownCode(code)})`);
  lines.add("", ...countLines(subject), "");
  const results = judgedRuns(subject).flatMap((run) => run.results);
  const waivers = waiverOf(subject);
  addTable(
    lines,
    "Failed",
    byWeight(results.filter((result) => result.result === "fail" && !waivers.has(result))),
  );
  addTable(lines, "Excused by a waiver", [...waivers.keys()]);
  addTable(lines, "Without an answer", results.filter(isUnanswered));
  return `${lines.lines.join("\n")}\n`;
}

function isUnanswered({ result }: ComplianceResult): boolean {
  return result === "error" || result === "unknown" || result === "notchecked";
}

function headLines(subject: ComplianceSubject): readonly string[] {
  const benchmarks = judgedRuns(subject).map(({ benchmark }) =>
    [benchmark.title || benchmark.id, benchmark.version, benchmark.release]
      .filter((text) => text !== "")
      .join(", "),
  );
  const about = subject.imageDigest === undefined ? [] : [`Image: ${markdownCode(subject.imageDigest)}`];
  return [
    `Report: ${markdownCode(subject.report.file)}`,
    ...benchmarks.map((text) => `Benchmark: ${markdownText(text)}`),
    ...about,
  ].map((line) => `${line}  `);
}

function countLines({ verdict }: ComplianceSubject): readonly string[] {
  const { cat1, cat2, cat3, other } = verdict.failed;
  return [
    markdownRow(["judged", "of", "coverage", "CAT I", "CAT II", "CAT III", "no category"]),
    markdownRow(["--:", "--:", "--:", "--:", "--:", "--:", "--:"]),
    markdownRow(
      [verdict.evaluated, verdict.selected, percent(verdict.coverage), cat1, cat2, cat3, other].map(String),
    ),
    "",
    countRows(verdict)
      .map(([name, count]) => `${count} ${name}`)
      .join(" · "),
  ];
}

function addTable(lines: BoundedLines, title: string, results: readonly ComplianceResult[]): void {
  if (results.length === 0) return;
  lines.add(
    `### ${title} (${results.length})`,
    "",
    markdownRow(["category", "rule", "title", "ids"]),
    "| --- | --- | --- | --- |",
  );
  for (const [index, result] of results.entries()) {
    const ids = [...result.cces, ...result.ccis].slice(0, 8).map(markdownCode).join(" ");
    const row = [
      categoryName(result.severity),
      markdownCode(nameOf(result)),
      markdownText(result.title),
      ids,
    ];
    if (lines.add(markdownRow(row))) continue;
    lines.addNotice(`${results.length - index} more are not shown: the summary is full.`);
    return;
  }
  lines.add("");
}
