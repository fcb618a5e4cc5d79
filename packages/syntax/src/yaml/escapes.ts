import { END } from "./char-codes.ts";
import { isHexDigit } from "./core-schema.ts";
import type { Reader } from "./reader.ts";

/** What one character after a backslash stands for. */
const SIMPLE: ReadonlyMap<string, string> = new Map([
  ["0", "\0"],
  ["a", "\u0007"],
  ["b", "\b"],
  ["t", "\t"],
  ["\t", "\t"],
  ["n", "\n"],
  ["v", "\v"],
  ["f", "\f"],
  ["r", "\r"],
  ["e", "\u001b"],
  [" ", " "],
  ['"', '"'],
  ["/", "/"],
  ["\\", "\\"],
  ["N", "\u0085"],
  ["_", "\u00a0"],
  ["L", "\u2028"],
  ["P", "\u2029"],
]);

/** How many hexadecimal digits follow. */
const NUMERIC: ReadonlyMap<string, number> = new Map([
  ["x", 2],
  ["u", 4],
  ["U", 8],
]);

const LAST_CODE_POINT = 0x10ffff;

/** An escape's meaning and its length in the text, backslash included. */
export interface Escape {
  readonly value: string;
  readonly length: number;
}

/** The escape whose backslash is at an offset; undefined where what follows is none, or reaches beyond `end`. */
export function escapeAt(text: string, at: number, end: number): Escape | undefined {
  const mark = at + 1 < end ? text.charAt(at + 1) : "";
  const simple = SIMPLE.get(mark);
  if (simple !== undefined) return { value: simple, length: 2 };
  const digits = NUMERIC.get(mark);
  if (digits === undefined || at + 2 + digits > end) return undefined;
  const value = hexValue(text, at + 2, at + 2 + digits);
  if (value > LAST_CODE_POINT || value < 0) return undefined;
  return { value: String.fromCodePoint(value), length: 2 + digits };
}

/** Reads the escape whose backslash is at `pos`. An unknown one is reported and kept as it is written. */
export function readEscape(reader: Reader): string {
  const start = reader.pos;
  const escape = escapeAt(reader.text, start, reader.end);
  if (escape !== undefined) {
    reader.pos = start + escape.length;
    return escape.value;
  }
  const end = reader.at(start + 1) === END ? start + 1 : start + 2;
  reader.pos = end;
  const written = reader.text.slice(start, end);
  reader.problem("yaml/bad-escape", start, end, `\`${written}\` is no escape in double quotes.`);
  return written;
}

function hexValue(text: string, start: number, end: number): number {
  for (let pos = start; pos < end; pos += 1) {
    if (!isHexDigit(text.charCodeAt(pos))) return -1;
  }
  return Number.parseInt(text.slice(start, end), 16);
}
