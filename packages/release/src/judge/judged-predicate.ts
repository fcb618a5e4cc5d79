import { listOf, memberOf, textOf } from "@plimsoll/core/json";
import { notMet, unknown, type ReleaseReason } from "./outcome.ts";

const SHOWN = 5;

/** What a verdict and its reasons come to. Anything but a clear pass is no pass. */
export function verdictReasons(predicate: unknown, what: string): readonly ReleaseReason[] {
  const verdict = memberOf(predicate, "verdict");
  if (verdict === "pass") return [];
  const words = listOf(memberOf(predicate, "reasons"))
    .slice(0, SHOWN)
    .map((reason) => textOf(memberOf(reason, "message")) ?? textOf(memberOf(reason, "code")))
    .filter((text) => text !== undefined);
  const because = words.length === 0 ? "" : ` ${words.join(" ")}`;
  if (verdict === "fail") return [notMet("failed", `${what} failed.${because}`)];
  if (verdict === "indeterminate") return [unknown("undecided", `${what} could not be decided.${because}`)];
  return [unknown("no-verdict", `${what} has no verdict.`)];
}
