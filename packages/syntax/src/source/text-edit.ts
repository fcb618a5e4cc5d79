import type { Span } from "./span.ts";

/** Replaces the text of a span and nothing else. An insertion has `start === end`. */
export interface TextEdit extends Span {
  readonly newText: string;
}

/** The edits in the order of the text, or `undefined` where two of them overlap or insert at the same place. */
export function orderEdits(edits: readonly TextEdit[]): readonly TextEdit[] | undefined {
  const ordered = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  for (let index = 1; index < ordered.length; index += 1) {
    const before = ordered[index - 1];
    const after = ordered[index];
    if (before === undefined || after === undefined) continue;
    if (after.start < before.end) return undefined;
    if (after.start === before.start) return undefined;
  }
  return ordered;
}

/**
 * The text with the edits made. Edits must not overlap; every code unit outside their spans is kept.
 * @throws RangeError where edits overlap or reach outside the text.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = orderEdits(edits);
  if (ordered === undefined) throw new RangeError("edits overlap");
  let result = "";
  let from = 0;
  for (const edit of ordered) {
    if (edit.start < 0 || edit.end > text.length || edit.end < edit.start) {
      throw new RangeError(`edit ${edit.start}-${edit.end} lies outside the text of ${text.length} units`);
    }
    result += text.slice(from, edit.start) + edit.newText;
    from = edit.end;
  }
  return result + text.slice(from);
}
