import { markdownCode, markdownTable, markdownText } from "@plimsoll/action-kit";
import type { Finding } from "@plimsoll/core";
import type { BaseImage, BaseProblem } from "../bases/settle-bases.ts";
import type { Leak } from "../layout/examine.ts";

/** Rows of one table; what is more is counted. */
const MAXIMUM_ROWS = 100;

/** What the summary tells. */
export interface Report {
  readonly title: string;
  readonly facts: readonly (readonly [string, string])[];
  readonly findings: readonly Finding[];
  readonly bases: readonly BaseImage[];
  readonly baseProblems: readonly BaseProblem[];
  readonly leaks: readonly Leak[];
  readonly notes: readonly string[];
}

/** The summary of the step. Everything foreign in it is text. */
export function renderSummary(report: Report): string {
  return [
    `## ${markdownText(report.title)}\n`,
    table(
      ["", ""],
      report.facts.map(([name, value]) => [markdownText(name), markdownCode(value)]),
    ),
    section("Secrets in the image", table(["secret", "part", "digest"], report.leaks.map(leakRow))),
    section("Images that must not be used", table(["line", "why"], report.baseProblems.map(problemRow))),
    section("Findings", table(["severity", "line", "rule", "message"], report.findings.map(findingRow))),
    section(
      "Images that the build uses",
      table(["stage", "image", "digest", "source"], report.bases.map(baseRow)),
    ),
    ...report.notes.map((note) => `- ${markdownText(note)}\n`),
  ]
    .filter((part) => part !== "")
    .join("\n");
}

function section(title: string, body: string): string {
  return body === "" ? "" : `### ${title}\n\n${body}`;
}

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return "";
  const more = rows.length - MAXIMUM_ROWS;
  return markdownTable(headings, rows.slice(0, MAXIMUM_ROWS)) + (more > 0 ? `\nand ${more} more\n` : "");
}

function leakRow({ id, part, digest }: Leak): readonly string[] {
  return [markdownCode(id), part, markdownCode(digest)];
}

function problemRow({ line, message }: BaseProblem): readonly string[] {
  return [String(line), markdownText(message)];
}

function findingRow({ severity, range, ruleId, message }: Finding): readonly string[] {
  return [severity, String(range.start.line), markdownCode(ruleId), markdownText(message)];
}

function baseRow({ stage, name, digest, trust, waived }: BaseImage): readonly string[] {
  return [markdownCode(stage), markdownCode(name), markdownCode(digest), waived ? "waived" : trust];
}
