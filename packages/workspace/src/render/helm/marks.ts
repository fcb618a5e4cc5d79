import { scanTemplate, type TemplateLine } from "./scan-actions.ts";

/*
 * Marks prove where a rendered line came from: a YAML comment that holds a number between two private-use characters
 * is put behind the lines of a copy of the chart, survives rendering, and is taken off again.
 */
const OPEN = "\uE000";
const CLOSE = "\uE001";
const PREFIX = ` #${OPEN}`;

/** Adds a mark to each line that can carry a comment. Numbers start at `first`, one a line: line n gets `first + n - 1`. */
export function markTemplate(text: string, first: number): string {
  return scanTemplate(text)
    .map((line, index) => (canCarryMark(line) ? withMark(line.text, first + index) : line.text))
    .join("\n");
}

/** A text without its marks, and the number at each line (counted from 1) that had one. */
export interface Unmarked {
  readonly text: string;
  readonly marks: ReadonlyMap<number, number>;
}

/** Takes all marks off. Where one line holds several, its first counts. */
export function stripMarks(text: string): Unmarked {
  const marks = new Map<number, number>();
  const lines = text.split("\n").map((line, index) => stripLine(line, index + 1, marks));
  return { text: lines.join("\n"), marks };
}

/** Whether a text holds the characters that marks are made of: such a chart cannot be marked. */
export function holdsMarkCharacters(text: string): boolean {
  return text.includes(OPEN) || text.includes(CLOSE);
}

function withMark(line: string, mark: number): string {
  const comment = `${PREFIX}${mark}${CLOSE}`;
  return line.endsWith("\r") ? `${line.slice(0, -1)}${comment}\r` : line + comment;
}

/** A key or a list item, wholly outside actions that cross lines, that opens no block scalar. */
function canCarryMark(line: TemplateLine): boolean {
  if (!line.whole) return false;
  const literal = line.literal.trim();
  if (literal === "" || literal.startsWith("#") || literal.endsWith("\\")) return false;
  const isKey = literal.endsWith(":") || literal.includes(": ");
  const isItem = literal.startsWith("- ");
  return (isKey || isItem) && !/[|>][-+0-9]*$/u.test(literal);
}

function stripLine(line: string, number: number, marks: Map<number, number>): string {
  let from = line.indexOf(PREFIX);
  if (from < 0) return line;
  let kept = "";
  let at = 0;
  while (from >= 0) {
    const end = line.indexOf(CLOSE, from);
    const mark = end < 0 ? Number.NaN : Number(line.slice(from + PREFIX.length, end));
    if (!Number.isSafeInteger(mark)) break;
    if (!marks.has(number)) marks.set(number, mark);
    kept += line.slice(at, from);
    at = end + CLOSE.length;
    from = line.indexOf(PREFIX, at);
  }
  return kept + line.slice(at);
}
