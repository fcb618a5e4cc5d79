import type { Span } from "@plimsoll/syntax";
import type { NotChecked, ResourceIdentity } from "../finding/finding.ts";
import type { Problem, ProposedFix, RuleMeta } from "../rule/rule.ts";

/** A finding before it is placed in a file: spans count from the start of its document. */
export interface RawFinding {
  readonly rule: RuleMeta;
  readonly problem: Problem<unknown>;
  readonly subject: string;
  readonly message: string;
  readonly resource: ResourceIdentity | undefined;
  readonly fixes: readonly ProposedFix[];
}

/** What was not judged in a document. */
export type RawNotChecked = Omit<NotChecked, "file" | "range"> & { readonly at?: Span };

/** A rule threw: the rest of the file is still judged, and the rule is reported as not checked. */
export function crashed(rule: RuleMeta, subject: string | undefined, error: unknown): RawNotChecked {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    code: "rule/crashed",
    subject: subject === undefined ? rule.id : `${rule.id} on ${subject}`,
    reason: `Rule ${rule.id} failed: ${reason.split("\n")[0] ?? ""}`,
  };
}
