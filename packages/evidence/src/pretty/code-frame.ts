import { windowOf } from "./line-window.ts";
import type { Range, SourceText } from "@plimsoll/syntax";
import type { Palette } from "./palette.ts";

/** Lines of a range that are shown in full; of a longer one the first two and the last. */
const WHOLE_LINES = 4;
const SMALLEST_ROOM = 20;

/** How a frame is drawn. */
export interface FrameStyle {
  readonly palette: Palette;
  /** Paints the carets and the marker. */
  readonly accent: (text: string) => string;
  /** Cells of a whole line of output. */
  readonly width: number;
}

interface Row {
  readonly line: number;
  /** UTF-16 offsets in the line; undefined for a line beside the range. */
  readonly range?: { readonly start: number; readonly end: number };
  readonly carets?: boolean;
}

/**
 * The source around a range: a line before it, its lines with carets below, line numbers beside. Empty where the range lies
 * outside the text.
 */
export function codeFrame(source: SourceText, range: Range, style: FrameStyle): readonly string[] {
  if (range.start.line > source.lineStarts.length) return [];
  const { rows, hidden } = rowsOf(source, range);
  const digits = String(Math.max(...rows.map((row) => row.line))).length;
  const room = Math.max(style.width - digits - 5, SMALLEST_ROOM);
  return rows.flatMap((row, index) => {
    const lines = drawRow(source.lineText(row.line), row, { digits, room, style });
    const gap = hidden > 0 && index === rows.length - 2;
    return gap ? [...lines, style.palette.dim(`  ${" ".repeat(digits)} ⋮ ${hidden} more lines`)] : lines;
  });
}

function rowsOf(
  source: SourceText,
  range: Range,
): { readonly rows: readonly Row[]; readonly hidden: number } {
  const first = range.start.line;
  const endsBefore = range.end.column === 1 && range.end.line > first;
  const last = Math.min(
    Math.max(first, endsBefore ? range.end.line - 1 : range.end.line),
    source.lineStarts.length,
  );
  const count = last - first + 1;
  const numbers = count <= WHOLE_LINES ? lineNumbers(first, last) : [first, first + 1, last];
  const rows = numbers.map((line) => rowOf(source.lineText(line), line, range));
  const before = first > 1 && source.lineText(first - 1).trim() !== "" ? [{ line: first - 1 }] : [];
  return { rows: [...before, ...rows], hidden: count <= WHOLE_LINES ? 0 : count - 3 };
}

function lineNumbers(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** The part of a line that belongs to the range; between its ends, from the first to the last visible character of the line. */
function rowOf(text: string, line: number, range: Range): Row {
  const inner = text.length - text.trimStart().length;
  const start = line === range.start.line ? range.start.column - 1 : inner;
  const end = line === range.end.line ? range.end.column - 1 : Math.max(text.trimEnd().length, start);
  return { line, range: { start, end }, carets: end > start || line === range.start.line };
}

interface RowStyle {
  readonly digits: number;
  readonly room: number;
  readonly style: FrameStyle;
}

function drawRow(text: string, row: Row, { digits, room, style }: RowStyle): readonly string[] {
  const { dim } = style.palette;
  const number = String(row.line).padStart(digits);
  if (row.range === undefined) {
    const shown = windowOf(text, { start: 0, end: 0 }, room).text;
    return [`  ${dim(`${number} │`)} ${dim(shown)}`.trimEnd()];
  }
  const shown = windowOf(text, row.range, room);
  const drawn = `${style.accent(">")} ${dim(`${number} │`)} ${shown.text}`.trimEnd();
  if (row.carets !== true) return [drawn];
  const carets = style.accent("^".repeat(shown.caretWidth));
  return [drawn, `  ${dim(`${" ".repeat(digits)} │`)} ${" ".repeat(shown.caretStart)}${carets}`];
}
