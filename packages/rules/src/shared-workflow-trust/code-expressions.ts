import type { WorkflowFile } from "@plimsoll/core";
import { expressionsOf, type PlacedExpression } from "../shared-workflow/expressions.ts";
import { stepsOf, type PlacedStep } from "../shared-workflow/places.ts";
import { isCodeInput } from "./code-inputs.ts";

/** An expression whose value becomes part of code before anything reads the code. */
export interface CodeExpression extends PlacedExpression {
  readonly step: PlacedStep;
}

/** Expressions in scripts, and in inputs that actions run as code. */
export function codeExpressions(file: WorkflowFile): readonly CodeExpression[] {
  const byKey = new Map<string, PlacedStep>(
    stepsOf(file).map((placed) => [`${placed.job?.id ?? ""} ${placed.step.index}`, placed] as const),
  );
  return expressionsOf(file).flatMap((placed) => {
    const { path } = placed;
    const at = path[0] === "runs" ? 1 : 2;
    if (path[at] !== "steps") return [];
    const step = byKey.get(`${at === 1 ? "" : String(path[1])} ${String(path[at + 1])}`);
    const key = path[at + 2];
    if (step === undefined) return [];
    const isCode = key === "run" || (key === "with" && isCodeInput(step.step, String(path[at + 3])));
    return isCode ? [{ ...placed, step }] : [];
  });
}
