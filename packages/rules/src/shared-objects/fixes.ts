import type { FixSafety, ProposedFix } from "@plimsoll/core";
import type { TextEdit } from "@plimsoll/syntax";

/** One fix of the given edits; none where there is nothing to edit. */
export function oneFix(title: string, safety: FixSafety, edits: readonly TextEdit[]): readonly ProposedFix[] {
  return edits.length === 0 ? [] : [{ title, safety, edits }];
}
