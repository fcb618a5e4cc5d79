import type { Range as SourceRange, SourceText, Span } from "@plimsoll/syntax";
import type { Position, Range } from "vscode-languageserver-types";

/** A range of ours, which counts lines and columns from 1, as the protocol writes it, from 0. */
export function toRange(range: SourceRange): Range {
  return {
    start: { line: range.start.line - 1, character: range.start.column - 1 },
    end: { line: range.end.line - 1, character: range.end.column - 1 },
  };
}

/** The protocol's range of a span of a text. */
export function rangeOfSpan(source: SourceText, span: Span): Range {
  return toRange(source.rangeOf(span));
}

/** The offset of a position. One behind the end of its line counts as that end, as the protocol says. */
export function offsetOf(source: SourceText, position: Position): number {
  const line = Math.min(Math.max(position.line, 0), source.lineStarts.length - 1);
  const start = source.lineStarts[line] ?? 0;
  const length = source.lineText(line + 1).length;
  if (position.line > line) return source.text.length;
  return start + Math.min(Math.max(position.character, 0), length);
}

/** Whether two ranges share a place; ranges that only touch do. */
export function touches(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

/** Whether two ranges are the same. */
export function sameRange(a: Range, b: Range): boolean {
  return samePosition(a.start, b.start) && samePosition(a.end, b.end);
}

function isBefore(a: Position, b: Position): boolean {
  return a.line === b.line ? a.character < b.character : a.line < b.line;
}

function samePosition(a: Position, b: Position): boolean {
  return a.line === b.line && a.character === b.character;
}
