import type { ComplianceResult, ComplianceRun } from "@plimsoll/core";
import { element, xmlText } from "../junit/xml-text.ts";
import { judgedRuns, nameOf, waiverOf, type ComplianceSubject } from "./compliance-subject.ts";

type Outcome = "passed" | "failure" | "error" | "skipped";

interface Case {
  readonly outcome: Outcome;
  readonly xml: string;
}

/**
 * The judged runs as JUnit XML: a suite for each run, a case for each result, and a suite with the verdict itself, so that a report
 * that says nothing does not look like a clean one.
 */
export function toComplianceJunit(subject: ComplianceSubject): string {
  const waivers = waiverOf(subject);
  const suites = [
    { name: "verdict", cases: [verdictCase(subject)] },
    ...judgedRuns(subject).map((run) => ({
      name: suiteName(run),
      cases: run.results.map((result) => resultCase(result, run, waivers.get(result))),
    })),
  ];
  const body = suites.map(({ name, cases }) => suiteXml(name, cases)).join("\n");
  const all = suites.flatMap(({ cases }) => cases);
  const root = element("testsuites", { name: subject.report.file, ...countsOf(all) }, `\n${body}\n`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

function suiteName({ benchmark, id }: ComplianceRun): string {
  return benchmark.title || benchmark.id || id;
}

function suiteXml(name: string, cases: readonly Case[]): string {
  const body = cases.map(({ xml }) => `    ${xml}`).join("\n");
  return `  ${element("testsuite", { name, ...countsOf(cases) }, `\n${body}\n  `)}`;
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

function verdictCase({ verdict, report }: ComplianceSubject): Case {
  const message = verdict.reasons.map((reason) => reason.message).join("\n");
  const head = { name: `verdict: ${verdict.verdict}`, classname: report.file };
  if (verdict.verdict === "pass") return { outcome: "passed", xml: element("testcase", head) };
  const outcome = verdict.verdict === "fail" ? "failure" : "error";
  return { outcome, xml: element("testcase", head, element(outcome, { message }, xmlText(message))) };
}

function resultCase(result: ComplianceResult, run: ComplianceRun, waiver: string | undefined): Case {
  const instance = result.instance === "" ? "" : ` [${result.instance}]`;
  const head = { name: `${nameOf(result)} ${result.title}${instance}`.trim(), classname: suiteName(run) };
  const [outcome, content] = contentOf(result, waiver);
  return { outcome, xml: element("testcase", head, content) };
}

function contentOf(result: ComplianceResult, waiver: string | undefined): readonly [Outcome, string] {
  const words = [
    `${result.ruleId}: ${result.result}`,
    `severity: ${result.severity}`,
    ...result.messages,
  ].join("\n");
  switch (result.result) {
    case "pass":
    case "fixed":
      return ["passed", ""];
    case "fail": {
      if (waiver !== undefined) {
        return ["skipped", element("skipped", { message: `Excused by the waiver ${waiver}.` })];
      }
      const message = result.title || result.ruleId;
      return ["failure", element("failure", { message, type: result.severity }, xmlText(words))];
    }
    case "error":
    case "unknown":
      return ["error", element("error", { message: result.result, type: result.severity }, xmlText(words))];
    default:
      return ["skipped", element("skipped", { message: result.result })];
  }
}
