import { visibleText } from "../report/visible-text.ts";
import { clusterWidth, graphemes, isAscii } from "./display-width.ts";

const TAB_STOP = 4;
/** Code units looked at on either side of the range, per cell of room: enough for stacked marks, bounded for lines of megabytes. */
const UNITS_PER_CELL = 8;
const ELLIPSIS = "…";

/** One line as a terminal shows it, and where the range lies below it. In cells. */
export interface LineWindow {
  readonly text: string;
  readonly caretStart: number;
  readonly caretWidth: number;
}

/** A cluster of the line: its code units, what is shown for it, and how many cells that takes. */
interface Cell {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly width: number;
}

/**
 * Shows the part of a line around a range (UTF-16 offsets in the line, `end` exclusive) in at most `room` cells. Tabs become
 * spaces, control characters become visible, and what is cut is marked by `…`.
 */
export function windowOf(
  line: string,
  range: { readonly start: number; readonly end: number },
  room: number,
): LineWindow {
  const start = Math.min(Math.max(0, range.start), line.length);
  const end = Math.min(Math.max(start, range.end), line.length);
  const reach = Math.max(room, 1) * UNITS_PER_CELL;
  const from = boundary(line, Math.max(0, start - reach));
  const to = boundary(line, Math.min(line.length, start + reach));
  const cells = cellsOf(line.slice(from, to), from);
  const cut = choose(cells, { start, end }, { room, openLeft: from > 0, openRight: to < line.length });
  return place(cells, cut, { start, end });
}

/** The offset, or the one before it where it would split a surrogate pair. */
function boundary(line: string, offset: number): number {
  const code = line.charCodeAt(offset);
  return offset > 0 && code >= 0xdc00 && code <= 0xdfff ? offset - 1 : offset;
}

function cellsOf(text: string, offset: number): readonly Cell[] {
  const cells: Cell[] = [];
  let column = 0;
  for (const { segment, index } of clustersOf(text)) {
    const tabWidth = TAB_STOP - (column % TAB_STOP);
    const shown = segment === "\t" ? " ".repeat(tabWidth) : visibleText(segment);
    const width = segment === "\t" ? tabWidth : widthOfShown(shown);
    cells.push({ start: offset + index, end: offset + index + segment.length, text: shown, width });
    column += width;
  }
  return cells;
}

function* clustersOf(text: string): Iterable<{ readonly segment: string; readonly index: number }> {
  if (!isAscii(text)) {
    yield* graphemes(text);
    return;
  }
  for (let index = 0; index < text.length; index += 1) yield { segment: text.charAt(index), index };
}

function widthOfShown(shown: string): number {
  if (isAscii(shown)) return shown.length;
  return clusterWidth(shown);
}

interface Cut {
  readonly first: number;
  /** Exclusive. */
  readonly last: number;
  readonly left: boolean;
  readonly right: boolean;
}

interface Room {
  readonly room: number;
  readonly openLeft: boolean;
  readonly openRight: boolean;
}

/** Which cells are shown: a quarter of the room before the range, the rest from the range on. */
function choose(
  cells: readonly Cell[],
  range: { readonly start: number; readonly end: number },
  limits: Room,
): Cut {
  const total = widthOf(cells, 0, cells.length);
  if (!limits.openLeft && !limits.openRight && total <= limits.room) {
    return { first: 0, last: cells.length, left: false, right: false };
  }
  const room = Math.max(limits.room - 2 * ELLIPSIS.length, 1);
  const focus = focusOf(cells, range.start);
  let first = extendLeft(cells, focus, Math.floor(room / 4));
  let last = focus;
  let used = widthOf(cells, first, focus);
  while (last < cells.length && used + widthAt(cells, last) <= room) {
    used += widthAt(cells, last);
    last += 1;
  }
  if (last === cells.length) first = extendLeft(cells, first, room - used);
  return {
    first,
    last: Math.max(last, Math.min(focus + 1, cells.length)),
    left: limits.openLeft || first > 0,
    right: limits.openRight || last < cells.length,
  };
}

function focusOf(cells: readonly Cell[], unit: number): number {
  const found = cells.findIndex((cell) => cell.end > unit);
  return found < 0 ? cells.length : found;
}

function extendLeft(cells: readonly Cell[], from: number, room: number): number {
  let first = from;
  let left = room;
  while (first > 0 && widthAt(cells, first - 1) <= left) {
    first -= 1;
    left -= widthAt(cells, first);
  }
  return first;
}

function widthAt(cells: readonly Cell[], index: number): number {
  return cells[index]?.width ?? 0;
}

function widthOf(cells: readonly Cell[], first: number, last: number): number {
  let width = 0;
  for (let index = first; index < last; index += 1) width += widthAt(cells, index);
  return width;
}

function place(
  cells: readonly Cell[],
  cut: Cut,
  range: { readonly start: number; readonly end: number },
): LineWindow {
  let text = cut.left ? ELLIPSIS : "";
  let column = text.length;
  let caretStart: number | undefined;
  let caretEnd = 0;
  for (const cell of cells.slice(cut.first, cut.last)) {
    if (cell.end > range.start && (cell.start < range.end || cell.start <= range.start)) {
      caretStart ??= column;
      caretEnd = column + cell.width;
    }
    text += cell.text;
    column += cell.width;
  }
  if (cut.right) {
    const last = cells[cut.last - 1];
    if (last !== undefined && range.end > last.end) caretEnd = column + 1;
    text += ELLIPSIS;
  }
  const start = caretStart ?? column;
  const width = range.end === range.start ? 1 : Math.max(1, caretEnd - start);
  return { text, caretStart: start, caretWidth: width };
}
