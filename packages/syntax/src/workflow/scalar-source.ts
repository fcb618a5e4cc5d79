import { escapeAt, type Escape } from "../yaml/escapes.ts";
import type { YamlDocument, YamlScalar } from "../yaml/nodes.ts";

/** A scalar's characters with the place of each in its document. */
export interface ScalarSource {
  readonly text: string;
  /** The place in the document's text of an offset of `text`. */
  readonly offsetOf: (offset: number) => number;
}

/**
 * The characters of a scalar as they stand in the text, with quotes and escapes undone, but lines not folded and
 * indentation kept: enough to find what lies inside a line, with exact places.
 */
export function scalarSource(document: YamlDocument, scalar: YamlScalar): ScalarSource {
  const { start, end, style } = scalar;
  if (style !== "single" && style !== "double") {
    return { text: document.text.slice(start, end), offsetOf: (offset) => start + offset };
  }
  const inner = document.text.slice(start + 1, Math.max(start + 1, end - 1));
  const mark = style === "single" ? "'" : "\\";
  if (!inner.includes(mark)) return { text: inner, offsetOf: (offset) => start + 1 + offset };
  return unescaped(inner, start + 1, mark);
}

const DOUBLED: Escape = { value: "'", length: 2 };
const BACKSLASH: Escape = { value: "\\", length: 1 };

/** Undoes `''` or backslash escapes and remembers how far each of them moves what follows. */
function unescaped(inner: string, base: number, mark: string): ScalarSource {
  const moves: { readonly at: number; readonly by: number }[] = [];
  let text = "";
  let from = 0;
  let by = 0;
  for (let at = inner.indexOf(mark); at !== -1; at = inner.indexOf(mark, from)) {
    text += inner.slice(from, at);
    const { value, length } = mark === "'" ? DOUBLED : (escapeAt(inner, at, inner.length) ?? BACKSLASH);
    text += value;
    from = at + length;
    by += length - value.length;
    moves.push({ at: text.length, by });
  }
  text += inner.slice(from);
  return { text, offsetOf: (offset) => base + offset + moveAt(moves, offset) };
}

/** How far the last escape before an offset moves it. Binary search. */
function moveAt(moves: readonly { readonly at: number; readonly by: number }[], offset: number): number {
  let low = 0;
  let high = moves.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((moves[middle]?.at ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return moves[low - 1]?.by ?? 0;
}
