import { isCrash } from "../report/grouping.ts";
import { ruleAddress } from "../report/rule-address.ts";
import { element, xmlText } from "./xml-text.ts";
import type { Assessment, Finding, NotChecked, WaivedFinding } from "@plimsoll/core";
import type { ReportContext } from "../report/report-context.ts";

/** Where results stand that belong to no file. */
const NO_FILE = "(workspace)";
/** One case for all clean files whose names are not known. */
const CLEAN_FILES = "(files without findings)";

type Outcome = "passed" | "failure" | "error" | "skipped";

interface Case {
  readonly outcome: Outcome;
  readonly xml: string;
}

/**
 * The assessment as JUnit XML: a suite for each file; in it a failure for each finding, a skipped case for what is waived or
 * was not checked, an error for a crash of Plimsoll, and one passing case where the file is clean.
 */
export function toJunit(assessment: Assessment, context: ReportContext): string {
  const suites = suitesOf(assessment, context);
  const all = [...suites.values()].flat();
  const bodies = [...suites].map(([name, cases]) => suiteXml(name, cases, context));
  const root = element("testsuites", { name: "plimsoll", ...countsOf(all) }, `\n${bodies.join("\n")}\n`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

function suitesOf(assessment: Assessment, context: ReportContext): ReadonlyMap<string, readonly Case[]> {
  const suites = new Map<string, Case[]>();
  const add = (file: string, entry: Case): void => {
    const cases = suites.get(file);
    if (cases === undefined) suites.set(file, [entry]);
    else cases.push(entry);
  };
  for (const finding of assessment.findings) add(finding.file, failureCase(finding, context));
  for (const waived of assessment.waived) add(waived.finding.file, waivedCase(waived));
  for (const entry of assessment.notChecked) add(entry.file ?? NO_FILE, gapCase(entry));
  for (const file of context.checkedFiles ?? [])
    if (!suites.has(file)) add(file, passedCase("no findings", file));
  if (context.checkedFiles === undefined) {
    const clean = assessment.summary.checkedFiles - filesWithFindings(assessment);
    if (clean > 0) add(CLEAN_FILES, passedCase(`${clean} without findings`, CLEAN_FILES));
  }
  return suites;
}

function filesWithFindings({ findings, waived }: Assessment): number {
  return new Set([...findings, ...waived.map(({ finding }) => finding)].map(({ file }) => file)).size;
}

function suiteXml(name: string, cases: readonly Case[], { checkedAt }: ReportContext): string {
  const time = checkedAt === undefined ? {} : { timestamp: checkedAt.replace(/(?:\.\d{1,9})?Z$/, "") };
  const body = cases.map(({ xml }) => `    ${xml}`).join("\n");
  return `  ${element("testsuite", { name, ...countsOf(cases), ...time }, `\n${body}\n  `)}`;
}

function countsOf(cases: readonly Case[]): Readonly<Record<string, number>> {
  const count = (outcome: Outcome): number => cases.filter((entry) => entry.outcome === outcome).length;
  return {
    tests: cases.length,
    failures: count("failure"),
    errors: count("error"),
    skipped: count("skipped"),
  };
}

function caseOf(
  head: { readonly name: string; readonly file: string; readonly line?: number },
  outcome: Outcome,
  content: string,
): Case {
  const line = head.line === undefined ? {} : { line: head.line };
  return {
    outcome,
    xml: element("testcase", { name: head.name, classname: head.file, file: head.file, ...line }, content),
  };
}

function passedCase(name: string, file: string): Case {
  return caseOf({ name, file }, "passed", "");
}

function headOf({ ruleId, file, range }: Finding): {
  readonly name: string;
  readonly file: string;
  readonly line: number;
} {
  return { name: `${ruleId} ${range.start.line}:${range.start.column}`, file, line: range.start.line };
}

function failureCase(finding: Finding, context: ReportContext): Case {
  const { message, severity } = finding;
  const details = [
    `${finding.file}:${finding.range.start.line}:${finding.range.start.column}: ${severity}: ${message}`,
    ...detail("Requirements", finding.requirements),
    ...detail("Controls", finding.controls),
    ...detail(
      "Fix",
      finding.fixes.map((fix) => `${fix.title} (${fix.safety})`),
    ),
    ...detail(
      "See",
      [ruleAddress(finding.ruleId, context) ?? ""].filter((address) => address !== ""),
    ),
  ];
  return caseOf(
    headOf(finding),
    "failure",
    element("failure", { message, type: severity }, xmlText(details.join("\n"))),
  );
}

function detail(label: string, items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : [`${label}: ${items.join(", ")}`];
}

function waivedCase({ finding, by, reference, justification, expires }: WaivedFinding): Case {
  const until = expires === undefined ? "" : ` until ${expires}`;
  const message = `Waived by ${by} ${reference}${until}: ${justification}`;
  return caseOf(headOf(finding), "skipped", element("skipped", { message }));
}

function gapCase(entry: NotChecked): Case {
  const subject = entry.subject === undefined ? "" : ` ${entry.subject}`;
  const line = entry.range === undefined ? {} : { line: entry.range.start.line };
  const head = { name: `${entry.code}${subject}`, file: entry.file ?? NO_FILE, ...line };
  const message = `Not checked: ${entry.reason}`;
  if (isCrash(entry)) return caseOf(head, "error", element("error", { message, type: entry.code }));
  return caseOf(head, "skipped", element("skipped", { message }));
}
