import type { Assessment } from "@plimsoll/core";
import { badValue } from "../arguments/option-values.ts";
import type { Arguments } from "../arguments/option.ts";

/** From which severity on findings make the run fail. */
export const FAIL_LEVELS = ["error", "warning", "info", "never"] as const;
export type FailLevel = (typeof FAIL_LEVELS)[number];

/** When a run fails. */
export interface FailPolicy {
  readonly level: FailLevel;
  /** Warnings that are put up with. */
  readonly maximumWarnings: number;
}

/** Nothing to report; findings; a part of the check did not work. */
export type ExitCode = 0 | 1 | 2;

/** Codes of what was not checked because the check itself broke. Everything else that was not checked is told and does not fail the run. */
const BROKEN: ReadonlySet<string> = new Set([
  "rule/crashed",
  "rule/not-loaded",
  "file/crashed",
  "file/timed-out",
]);

/** Reads `--fail-on` and `--max-warnings`. @throws CodedError `cli/bad-value`. */
export function failPolicy(args: Arguments): FailPolicy {
  const level = args.valueOf("fail-on") ?? "warning";
  const known = FAIL_LEVELS.find((each) => each === level);
  if (known === undefined) throw badValue("fail-on", level, FAIL_LEVELS.join(", "));
  const maximum = args.valueOf("max-warnings");
  if (maximum !== undefined && !/^\d{1,9}$/u.test(maximum))
    throw badValue("max-warnings", maximum, "a whole number from 0 up");
  return { level: known, maximumWarnings: Number(maximum ?? 0) };
}

/** The exit code of an assessment. */
export function exitCodeOf({ summary, notChecked }: Assessment, policy: FailPolicy): ExitCode {
  if (notChecked.some(({ code }) => BROKEN.has(code))) return 2;
  return fails(summary, policy) ? 1 : 0;
}

function fails(
  { errors, warnings, infos }: Assessment["summary"],
  { level, maximumWarnings }: FailPolicy,
): boolean {
  if (level === "never") return false;
  if (errors > 0) return true;
  if (level === "error") return false;
  return warnings > maximumWarnings || (level === "info" && infos > 0);
}
