import type { ActionResult } from "@plimsoll/action-kit";

/** `indeterminate` is no pass: what was asked cannot be answered. */
export type Verdict = "pass" | "fail" | "indeterminate";

/** Why; the code is stable. */
export interface Reason {
  readonly code: string;
  readonly message: string;
}

/** The worst of several; a failure is certain whatever else is not. Of none there is nothing to pass. */
export function worstVerdict(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes("fail")) return "fail";
  return verdicts.length === 0 || verdicts.includes("indeterminate") ? "indeterminate" : "pass";
}

const RESULTS: Readonly<Record<Verdict, ActionResult>> = {
  pass: "pass",
  fail: "fail",
  indeterminate: "error",
};

/** What the step says: without a verdict it is an error. */
export function resultOf(verdict: Verdict): ActionResult {
  return RESULTS[verdict];
}
