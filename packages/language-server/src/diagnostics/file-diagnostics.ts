import type { ConfigurationProblem, Finding, NotChecked, Severity, WaivedFinding } from "@plimsoll/core";
import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver-types";
import { toRange } from "../features/document/positions.ts";
import { DIAGNOSTIC_SOURCE } from "../protocol.ts";
import { type DiagnosticContext, notCheckedDiagnostic, toDiagnostic, toHint } from "./to-diagnostic.ts";

/** What is shown of a file. */
export interface Shown {
  readonly findings: readonly Finding[];
  readonly waived: readonly WaivedFinding[];
  readonly notChecked: readonly NotChecked[];
}

/** How it is shown. */
export interface ShownPolicy extends DiagnosticContext {
  readonly showWaived: boolean;
  readonly maximum: number;
}

const ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/**
 * Reasons that a person at the file can do something about. The others are the normal state of a file that is none of ours, such
 * as a template, a workflow or an object of an unknown kind: the command line lists them, an editor would only nag.
 */
const TOLD: ReadonlySet<string> = new Set([
  "file/too-large",
  "file/crashed",
  "file/too-many-findings",
  "file/too-many-objects",
  "file/unreadable",
  "file/not-text",
  "rule/crashed",
  "kubernetes/malformed-pod",
  "kubernetes/too-many-containers",
]);

/** The diagnostics of a file, the weightiest kept where there are too many. */
export function fileDiagnostics({ findings, waived, notChecked }: Shown, policy: ShownPolicy): Diagnostic[] {
  const kept = heaviest(findings, policy.maximum);
  const diagnostics = kept.map((finding) => toDiagnostic(finding, policy));
  const room = policy.maximum - kept.length;
  if (policy.showWaived) for (const one of waived.slice(0, room)) diagnostics.push(toHint(one, policy));
  for (const entry of notChecked.filter(({ code }) => TOLD.has(code)).slice(0, policy.maximum))
    diagnostics.push(notCheckedDiagnostic(entry));
  const left = findings.length - kept.length;
  if (left > 0) diagnostics.push(notShown(left));
  return diagnostics;
}

/** A problem of plimsoll.yaml or a waiver file. */
export function problemDiagnostic({ code, range, message, nextStep }: ConfigurationProblem): Diagnostic {
  const start = { line: 0, character: 0 };
  return {
    range: range === undefined ? { start, end: start } : toRange(range),
    severity: DiagnosticSeverity.Error,
    source: DIAGNOSTIC_SOURCE,
    code,
    message: `${message} ${nextStep}`,
  };
}

/** By place; where there are too many, those of least severity go first, the last ones first. */
function heaviest(findings: readonly Finding[], maximum: number): readonly Finding[] {
  const byPlace = (a: Finding, b: Finding): number => a.range.start.offset - b.range.start.offset;
  const placed = [...findings].sort(byPlace);
  if (placed.length <= maximum) return placed;
  return placed
    .sort((a, b) => ORDER[a.severity] - ORDER[b.severity])
    .slice(0, maximum)
    .sort(byPlace);
}

function notShown(count: number): Diagnostic {
  const start = { line: 0, character: 0 };
  const what = count === 1 ? "1 more problem is" : `${count} more problems are`;
  return {
    range: { start, end: start },
    severity: DiagnosticSeverity.Information,
    source: DIAGNOSTIC_SOURCE,
    code: "file/more-problems",
    message: `${what} not shown in this file. Raise the setting plimsoll.maximumProblems to see all.`,
  };
}
