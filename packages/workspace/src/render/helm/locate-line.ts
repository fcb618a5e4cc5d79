import type { Position } from "@plimsoll/syntax";

/** A stretch of one rendered line: columns from 1, end exclusive. */
export interface LineStretch {
  readonly text: string;
  readonly startColumn: number;
  readonly endColumn: number;
}

/** Columns (from 1, end exclusive) on a line of the source. */
export interface Columns {
  readonly start: number;
  readonly end: number;
}

/**
 * The columns on the source line from which a rendered line came: exact where the text up to the end of the stretch is
 * the same on both, else from the start of the value (where an action made it) or of the line to the line's end.
 */
export function columnsOnSourceLine(rendered: LineStretch, source: string): Columns {
  const renderedIndent = indentOf(rendered.text);
  const sourceIndent = indentOf(source);
  const shift = sourceIndent - renderedIndent;
  const start = rendered.startColumn - 1;
  const end = rendered.endColumn - 1;
  const same = rendered.text.slice(renderedIndent, end) === source.slice(sourceIndent, end + shift);
  if (same && start >= renderedIndent) return { start: start + shift + 1, end: end + shift + 1 };
  const from =
    sourceIndent + sharedStart(rendered.text.slice(renderedIndent, start), source.slice(sourceIndent));
  return { start: from + 1, end: Math.max(from + 1, source.trimEnd().length) + 1 };
}

/** How much of a lead both lines share, up to the start of a key, item or value. */
function sharedStart(lead: string, source: string): number {
  if (source.startsWith(lead)) return lead.length;
  let shared = 0;
  while (shared < lead.length && lead[shared] === source[shared]) shared += 1;
  const common = source.slice(0, shared);
  return Math.max(common.lastIndexOf(": "), common.lastIndexOf("- "), -2) + 2;
}

/** Number of blanks at the start of a line. */
export function indentOf(line: string): number {
  let index = 0;
  while (line[index] === " " || line[index] === "\t") index += 1;
  return index;
}

/** A position on a line whose offset is known. */
export function positionOn(line: number, column: number, lineStart: number): Position {
  return { line, column, offset: lineStart + column - 1 };
}
