import {
  AT,
  BACKTICK,
  COLON,
  COMMA,
  DASH,
  END,
  GREATER,
  HASH,
  isBlankOrEnd,
  isBreak,
  isFlowIndicator,
  PERCENT,
  PIPE,
  QUESTION,
  SPACE,
  TAB,
} from "./char-codes.ts";
import type { YamlScalar } from "./nodes.ts";
import type { Reader } from "./reader.ts";
import { makeScalar } from "./scalars.ts";

/** Where a plain scalar's line ends is decided by what surrounds it. */
type LineScan = (reader: Reader, start: number) => number;

/**
 * Reads a plain scalar that may go on over lines right of column `parent`. Stops before a line that is a key:
 * a key cannot be part of a scalar, and reading it as one would hide the real mistake.
 */
export function readPlain(reader: Reader, parent: number): YamlScalar {
  return readLines(reader, parent, scanBlockLine);
}

/** Reads a plain scalar on one line, as keys are. */
export function readPlainLine(reader: Reader): YamlScalar {
  const start = reader.pos;
  checkStart(reader);
  const end = scanBlockLine(reader, start + 1);
  return makeScalar({ style: "plain", start, end, text: reader.text.slice(start, end) });
}

/** Reads a plain scalar inside a flow collection. */
export function readFlowPlain(reader: Reader, parent: number): YamlScalar {
  return readLines(reader, parent, scanFlowLine);
}

function readLines(reader: Reader, parent: number, scan: LineScan): YamlScalar {
  const start = reader.pos;
  checkStart(reader);
  let end = scan(reader, start + 1);
  let text = reader.text.slice(start, end);
  while (isBreak(reader.at(reader.pos))) {
    const breaks = reader.skipBreaks();
    if (!mayContinue(reader, parent, scan)) break;
    const lineStart = reader.pos;
    const lineEnd = scan(reader, lineStart);
    if (scan === scanBlockLine && reader.at(reader.pos) === COLON) {
      reader.pos = lineStart;
      break;
    }
    text += (breaks === 1 ? " " : "\n".repeat(breaks - 1)) + reader.text.slice(lineStart, lineEnd);
    end = lineEnd;
  }
  return makeScalar({ style: "plain", start, end, text });
}

function mayContinue(reader: Reader, parent: number, scan: LineScan): boolean {
  const code = reader.at(reader.pos);
  if (code === END || code === HASH) return false;
  if (scan === scanFlowLine) {
    if (isFlowIndicator(code)) return false;
    if (code === COLON && endsFlowKey(reader.at(reader.pos + 1))) return false;
  }
  return reader.isIndented(parent);
}

/**
 * From `start` inside a plain scalar to the end of its text on this line; `pos` is left on what stopped it:
 * a colon before white space, a comment, a line break or the end.
 */
function scanBlockLine(reader: Reader, start: number): number {
  const { end } = reader;
  let pos = start;
  let last = start;
  while (pos < end) {
    const code = reader.at(pos);
    if (code <= COLON) {
      if (code === SPACE || code === TAB) {
        pos += 1;
        continue;
      }
      if (isBreak(code)) break;
      if (code === COLON && isBlankOrEnd(reader.at(pos + 1))) break;
      if (code === HASH && pos > last) break;
    }
    pos += 1;
    last = pos;
  }
  reader.pos = pos;
  return last;
}

/** As {@link scanBlockLine}, but `,[]{}` end the scalar too, and a colon before one of them. */
function scanFlowLine(reader: Reader, start: number): number {
  const { end } = reader;
  let pos = start;
  let last = start;
  while (pos < end) {
    const code = reader.at(pos);
    if (code === SPACE || code === TAB) {
      pos += 1;
      continue;
    }
    if (isBreak(code) || isFlowIndicator(code)) break;
    if (code === COLON && endsFlowKey(reader.at(pos + 1))) break;
    if (code === HASH && pos > last) break;
    pos += 1;
    last = pos;
  }
  reader.pos = pos;
  return last;
}

/** True where a colon before this code unit ends a plain key inside a flow collection. */
export function endsFlowKey(next: number): boolean {
  return isBlankOrEnd(next) || isFlowIndicator(next);
}

function checkStart(reader: Reader): void {
  const code = reader.at(reader.pos);
  if (code > AT && code < BACKTICK && code !== 0x5b && code !== 0x5d) return;
  if (!isBadStart(reader, code)) return;
  const character = reader.text.charAt(reader.pos);
  reader.problem(
    "yaml/unexpected-character",
    reader.pos,
    reader.pos + 1,
    `A plain scalar cannot start with \`${character}\`; put it in quotes.`,
  );
}

function isBadStart(reader: Reader, code: number): boolean {
  switch (code) {
    case DASH:
    case QUESTION:
    case COLON:
      return endsFlowKey(reader.at(reader.pos + 1)) && reader.openMaps + reader.openSequences > 0;
    case COMMA:
    case HASH:
    case PERCENT:
    case AT:
    case BACKTICK:
    case PIPE:
    case GREATER:
      return true;
    default:
      return isFlowIndicator(code);
  }
}
