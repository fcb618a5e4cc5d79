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

/** Reads the escape whose backslash is at `pos`. An unknown one is reported and kept as it is written. */
export function readEscape(reader: Reader): string {
  const start = reader.pos;
  const mark = reader.text.charAt(start + 1);
  const simple = SIMPLE.get(mark);
  if (simple !== undefined) {
    reader.pos = start + 2;
    return simple;
  }
  const digits = NUMERIC.get(mark);
  if (digits !== undefined) {
    const end = start + 2 + digits;
    const value = hexValue(reader, start + 2, end);
    if (value <= LAST_CODE_POINT && value >= 0) {
      reader.pos = end;
      return String.fromCodePoint(value);
    }
  }
  const end = reader.at(start + 1) === END ? start + 1 : start + 2;
  reader.pos = end;
  const written = reader.text.slice(start, end);
  reader.problem("yaml/bad-escape", start, end, `\`${written}\` is no escape in double quotes.`);
  return written;
}

function hexValue(reader: Reader, start: number, end: number): number {
  for (let pos = start; pos < end; pos += 1) {
    if (!isHexDigit(reader.at(pos))) return -1;
  }
  return Number.parseInt(reader.text.slice(start, end), 16);
}
