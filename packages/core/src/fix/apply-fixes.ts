import { applyEdits } from "@plimsoll/syntax";
import type { FileEdit, Finding, Fix, FixSafety } from "../finding/finding.ts";

/**
 * Rounds of fixing and checking again that are made of one text at most. Fixes at one place come one after the other, and a fix may
 * uncover another finding: on a bare Deployment that takes up to 15 rounds. More than this mean that two rules undo each other.
 */
export const MAXIMUM_FIX_ROUNDS = 30;

/** A fix that was made, or why it was left for another round. */
export interface FixOutcome {
  readonly finding: Finding;
  readonly fix: Fix;
  readonly outcome: "made" | "overlaps" | "unknown-file";
}

export interface AppliedFixes {
  /** New texts of the files that changed. */
  readonly texts: ReadonlyMap<string, string>;
  readonly outcomes: readonly FixOutcome[];
}

export interface ApplyOptions {
  /** `safe` makes only safe fixes; `review` makes both, safe ones first. */
  readonly safety: FixSafety;
  /** Only findings of these rules. */
  readonly rules?: ReadonlySet<string>;
}

/**
 * Makes the first allowed fix of each finding. A fix is made whole or not at all, over all its files; one that would overlap
 * a fix made before it is left out, to be proposed again when the result is checked.
 * @param sources the present text of each file
 */
export function applyFixes(
  findings: readonly Finding[],
  sources: ReadonlyMap<string, string>,
  options: ApplyOptions,
): AppliedFixes {
  const accepted = new Map<string, AcceptedEdits>();
  const outcomes: FixOutcome[] = [];
  for (const finding of findings) {
    if (options.rules !== undefined && !options.rules.has(finding.ruleId)) continue;
    const fix = chooseFix(finding, options.safety);
    if (fix === undefined) continue;
    outcomes.push({ finding, fix, outcome: tryFix(fix, sources, accepted) });
  }
  const texts = new Map<string, string>();
  for (const [file, edits] of accepted) {
    const text = sources.get(file);
    if (text === undefined || edits.size === 0) continue;
    const changed = applyEdits(text, edits.all());
    if (changed !== text) texts.set(file, changed);
  }
  return { texts, outcomes };
}

/** The fix that would be made: the first safe one, or with `review` the first of any kind. */
export function chooseFix(finding: Finding, safety: FixSafety): Fix | undefined {
  const safe = finding.fixes.find((fix) => fix.safety === "safe");
  return safe ?? (safety === "review" ? finding.fixes[0] : undefined);
}

function tryFix(
  fix: Fix,
  sources: ReadonlyMap<string, string>,
  accepted: Map<string, AcceptedEdits>,
): FixOutcome["outcome"] {
  for (const edit of fix.edits) {
    if (!sources.has(edit.file)) return "unknown-file";
    if (accepted.get(edit.file)?.refuses(edit) === true) return "overlaps";
  }
  for (const edit of fix.edits) {
    let edits = accepted.get(edit.file);
    if (edits === undefined) {
      edits = new AcceptedEdits();
      accepted.set(edit.file, edits);
    }
    edits.add(edit);
  }
  return "made";
}

/** Edits of one file, kept in order so that an overlap is found by binary search. */
class AcceptedEdits {
  readonly #edits: FileEdit[] = [];

  get size(): number {
    return this.#edits.length;
  }

  all(): readonly FileEdit[] {
    return this.#edits;
  }

  /** Whether the edit touches one that was accepted. The very same edit is welcome: two rules may ask for one change. */
  refuses(edit: FileEdit): boolean {
    const at = this.#indexFor(edit.start);
    const before = this.#edits[at - 1];
    const after = this.#edits[at];
    if (before !== undefined && overlap(before, edit) && !same(before, edit)) return true;
    return after !== undefined && overlap(after, edit) && !same(after, edit);
  }

  add(edit: FileEdit): void {
    const at = this.#indexFor(edit.start);
    const before = this.#edits[at - 1];
    const after = this.#edits[at];
    if ((before !== undefined && same(before, edit)) || (after !== undefined && same(after, edit))) return;
    this.#edits.splice(at, 0, edit);
  }

  #indexFor(start: number): number {
    let low = 0;
    let high = this.#edits.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#edits[middle]?.start ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Insertions at one place conflict too: their order would be a guess. */
function overlap(a: FileEdit, b: FileEdit): boolean {
  return a.start < b.end && b.start < a.end
    ? true
    : a.start === b.start || (a.end === b.start && a.start === a.end);
}

function same(a: FileEdit, b: FileEdit): boolean {
  return a.start === b.start && a.end === b.end && a.newText === b.newText;
}
