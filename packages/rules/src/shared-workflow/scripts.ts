import type { WorkflowFile } from "@plimsoll/core";
import { stepShell, type ParsedShell } from "@plimsoll/syntax";
import { stepsOf, type PlacedStep } from "./places.ts";

export interface StepScript extends PlacedStep {
  readonly script: ParsedShell;
}

/** The scripts that a POSIX-like shell reads, with the steps that run them. */
export function scriptsOf(file: WorkflowFile): readonly StepScript[] {
  return stepsOf(file).flatMap((placed) => {
    const script = stepShell(file.document.document, placed.step, shellOf(file, placed));
    return script?.kind === "script" ? [{ ...placed, script }] : [];
  });
}

/** The shell that a step without one of its own runs in; undefined for that of the runner. */
export function shellOf(file: WorkflowFile, { step, job }: PlacedStep): string | undefined {
  const workflow = file.kind === "workflow" ? file.workflow.defaults.shell : undefined;
  const named = step.shell ?? job?.defaults.shell ?? workflow;
  if (named !== undefined) return named.text;
  const isWindows = job?.runner?.labels.some(({ text }) => text.toLowerCase().startsWith("windows")) === true;
  return isWindows ? "pwsh" : undefined;
}
