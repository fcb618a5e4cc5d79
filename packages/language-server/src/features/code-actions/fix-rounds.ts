import { applyFixes, type FileEdit, type Finding, type FixSafety, MAXIMUM_FIX_ROUNDS } from "@plimsoll/core";
import type { TextEdit } from "@plimsoll/syntax";
import { Pieces } from "./pieces.ts";

/** What is to be fixed in one file. */
export interface FixRoundsRequest {
  readonly path: string;
  readonly text: string;
  /** The findings of that text. */
  readonly findings: readonly Finding[];
  /** The findings of the file with another text. */
  readonly check: (text: string) => readonly Finding[];
  readonly safety: FixSafety;
  /** Only fixes of these rules; all where absent. */
  readonly rules?: ReadonlySet<string>;
  /** Asked between rounds; where it says true, nothing is fixed. */
  readonly isCancelled?: () => boolean;
}

/** What fixing comes to. */
export type FixRounds =
  /** Edits of the text as it was, in order. */
  | { readonly outcome: "fixed"; readonly edits: readonly TextEdit[]; readonly text: string }
  | { readonly outcome: "nothing" }
  | { readonly outcome: "cancelled" }
  /** The fixes undo each other. */
  | { readonly outcome: "unstable" };

/**
 * Makes fixes of one file in memory until nothing changes any more, as `plimsoll fix` does: the new text is checked after each round.
 * A fix that needs edits of other files is left out.
 */
export function fixInRounds(request: FixRoundsRequest): FixRounds {
  const { path, safety, rules } = request;
  const pieces = new Pieces(request.text);
  let text = request.text;
  let findings = request.findings;
  const options = { safety, ...(rules === undefined ? {} : { rules }) };
  for (let round = 0; round < MAXIMUM_FIX_ROUNDS; round += 1) {
    if (request.isCancelled?.() === true) return { outcome: "cancelled" };
    const { outcomes, texts } = applyFixes(findings, new Map([[path, text]]), options);
    const next = texts.get(path);
    if (next === undefined) return finished(pieces, text);
    const made = outcomes.filter(({ outcome }) => outcome === "made");
    pieces.apply(withoutRepeats(made.flatMap(({ fix }) => fix.edits)));
    text = next;
    findings = request.check(text);
  }
  return { outcome: "unstable" };
}

function finished(pieces: Pieces, text: string): FixRounds {
  const edits = pieces.edits();
  return edits.length === 0 ? { outcome: "nothing" } : { outcome: "fixed", edits, text };
}

/** Two rules may ask for one change, which is made once. */
function withoutRepeats(edits: readonly FileEdit[]): readonly TextEdit[] {
  const seen = new Map(edits.map((edit) => [JSON.stringify([edit.start, edit.end, edit.newText]), edit]));
  return [...seen.values()].map(({ start, end, newText }) => ({ start, end, newText }));
}
