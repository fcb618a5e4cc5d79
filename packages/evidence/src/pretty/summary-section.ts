import { SEVERITIES, counted, groupBy } from "../report/grouping.ts";
import { countByPart } from "../report/requirement-part.ts";
import { SYMBOLS } from "./palette.ts";
import { shownText } from "./pretty-style.ts";
import type { Assessment, Finding, Severity } from "@plimsoll/core";
import type { PrettyStyle } from "./pretty-style.ts";

/** Counts by severity and by table of the reference design, what was checked, and what to do next. */
export function summarySection(assessment: Assessment, style: PrettyStyle): readonly string[] {
  const tables =
    assessment.findings.length === 0
      ? []
      : [...severityTable(assessment, style), "", ...partTable(assessment, style), ""];
  return [
    "",
    style.palette.bold("Summary"),
    ...tables,
    ...checkedLines(assessment, style),
    ...nextSteps(assessment, style),
  ];
}

function severityTable({ findings }: Assessment, { palette }: PrettyStyle): readonly string[] {
  return SEVERITIES.map((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    const label = `${SYMBOLS[severity]} ${severity.padEnd(10)}`;
    return `  ${count === 0 ? palette.dim(label) : palette.severity[severity](label)}${String(count).padStart(6)}`;
  });
}

function partTable({ findings }: Assessment, { palette }: PrettyStyle): readonly string[] {
  const parts = countByPart(findings);
  const width = Math.max("Reference design".length, ...parts.map(({ part }) => part.length));
  const head = `  ${"Reference design".padEnd(width)}${SEVERITIES.map((severity) => severity.padStart(9)).join("")}`;
  const rows = parts.map(({ part, counts }) => {
    const cells = SEVERITIES.map((severity) => cell(counts[severity]).padStart(9)).join("");
    return `  ${part.padEnd(width)}${cells}`;
  });
  return [palette.dim(head), ...rows];
}

function cell(count: number): string {
  return count === 0 ? "-" : String(count);
}

function checkedLines({ findings, summary }: Assessment, { palette }: PrettyStyle): readonly string[] {
  const checked = `Checked ${summary.checkedFiles} of ${counted(summary.files, "file")}: ${counted(summary.resources, "resource")}, ${counted(summary.rules, "rule")}, profile ${shownText(summary.profile)}, Kubernetes ${shownText(summary.kubernetesVersion)}.`;
  const aside = `${summary.waived} waived, ${summary.notChecked} not checked.`;
  return [verdict(findings, assessmentState(summary), palette.good), `  ${checked}`, `  ${aside}`].filter(
    (line) => line !== "",
  );
}

type State = "all" | "partly" | "nothing";

function assessmentState(summary: Assessment["summary"]): State {
  if (summary.checkedFiles === 0) return "nothing";
  return summary.notChecked > 0 ? "partly" : "all";
}

/** Says that nothing was found only of what was looked at. */
function verdict(findings: readonly Finding[], state: State, good: (text: string) => string): string {
  if (state === "nothing") return "  No file was checked.";
  if (findings.length > 0) return "";
  return state === "all"
    ? `  ${good("✔ No findings.")}`
    : "  No findings in what was checked; see what was not.";
}

function nextSteps({ findings, summary }: Assessment, { palette }: PrettyStyle): readonly string[] {
  const steps: string[] = [];
  const { safe, review } = summary.fixable;
  if (safe > 0) steps.push(`${palette.bold("plimsoll fix")} would change ${counted(safe, "place")}.`);
  if (review > 0)
    steps.push(
      `${palette.bold("plimsoll fix --review")} offers ${counted(review, "more change")} for a person to look at.`,
    );
  const rule = mostFrequentRule(findings);
  if (rule !== undefined)
    steps.push(`${palette.bold(`plimsoll explain ${shownText(rule)}`)} says why and how.`);
  return steps.length === 0 ? [] : ["", "Next", ...steps.map((step) => `  ${step}`)];
}

/** The rule with the most findings of the worst severity that occurs. */
function mostFrequentRule(findings: readonly Finding[]): string | undefined {
  const worst: Severity | undefined = SEVERITIES.find((severity) =>
    findings.some((finding) => finding.severity === severity),
  );
  let best: { readonly rule: string; readonly count: number } | undefined;
  for (const [rule, group] of groupBy(
    findings.filter((finding) => finding.severity === worst),
    (finding) => finding.ruleId,
  )) {
    if (best === undefined || group.length > best.count) best = { rule, count: group.length };
  }
  return best?.rule;
}
