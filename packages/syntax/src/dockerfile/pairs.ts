import { EQUALS, isBlank } from "./characters.ts";
import type { Pair, Word } from "./nodes.ts";
import type { Report } from "./problems.ts";
import { quotingError, removeQuotes } from "./expand.ts";
import { type Scan, quotedWordEnd, wordAt } from "./words.ts";
import { MAX_WORDS } from "./words.ts";
import { isSpace } from "./characters.ts";

/** A word as offsets in the logical line. */
interface Piece {
  readonly start: number;
  readonly end: number;
}

/** The words of ENV, LABEL or ARG and the pairs that they form. */
export interface PairScan {
  readonly words: readonly Word[];
  readonly pairs: readonly Pair[];
}

/** Reads `key=value …` or the old `key value` of ENV and LABEL; the first word decides which, as in BuildKit. */
export function scanPairs(scan: Scan, start: number, end: number, report: Report): PairScan {
  const pieces = piecesOf(scan, start, end);
  const words = pieces.map((piece) => wordAt(scan, piece.start, piece.end));
  const first = pieces[0];
  if (first === undefined) return { words, pairs: [] };
  if (equalsIn(scan, first) === -1) {
    const pair = legacyPair(scan, first.start, end);
    if (pair === undefined) {
      const span = scan.line.sourceSpan(first.start, first.end);
      report("dockerfile/pair-without-value", span, `${keyText(scan, first)} has no value: write name=value`);
    }
    return { words, pairs: withValues(scan, pair === undefined ? [] : [pair], report) };
  }
  const pairs: Pair[] = [];
  for (const piece of pieces) {
    const equals = equalsIn(scan, piece);
    if (equals !== -1) {
      pairs.push(pairAt(scan, piece, equals));
      continue;
    }
    const span = scan.line.sourceSpan(piece.start, piece.end);
    report("dockerfile/pair-without-equals", span, `no = in ${keyText(scan, piece)}: write name=value`);
  }
  return { words, pairs: withValues(scan, pairs, report) };
}

/** Reads `name[=value] …` of ARG. */
export function scanArguments(scan: Scan, start: number, end: number, report: Report): PairScan {
  const pieces = piecesOf(scan, start, end);
  const pairs = pieces.map((piece) => pairAt(scan, piece, equalsIn(scan, piece)));
  return {
    words: pieces.map((piece) => wordAt(scan, piece.start, piece.end)),
    pairs: withValues(scan, pairs, report),
  };
}

/** Reports the values whose quotes the builder refuses when it takes them off. */
function withValues(scan: Scan, pairs: readonly Pair[], report: Report): readonly Pair[] {
  for (const { key, value } of pairs) {
    const error = value === undefined ? undefined : quotingError(value.text, scan.escapeCode);
    if (value !== undefined && error !== undefined)
      report("dockerfile/bad-value", value, `in the value of ${key.slice(0, 60)} ${error}`);
  }
  return pairs;
}

function piecesOf(scan: Scan, start: number, end: number): readonly Piece[] {
  const { text } = scan.line;
  const pieces: Piece[] = [];
  let at = start;
  while (at < end && pieces.length < MAX_WORDS) {
    while (at < end && isSpace(text.charCodeAt(at))) at += 1;
    if (at >= end) break;
    const from = at;
    at = quotedWordEnd(scan, at, end);
    pieces.push({ start: from, end: at });
  }
  return pieces;
}

function equalsIn(scan: Scan, piece: Piece): number {
  const { text } = scan.line;
  for (let at = piece.start; at < piece.end; at += 1) if (text.charCodeAt(at) === EQUALS) return at;
  return -1;
}

/** `equals` is -1 for a name alone. */
function pairAt(scan: Scan, piece: Piece, equals: number): Pair {
  const keyEnd = equals === -1 ? piece.end : equals;
  return {
    ...scan.line.sourceSpan(piece.start, piece.end),
    key: removeQuotes(scan.line.text.slice(piece.start, keyEnd), scan.escapeCode),
    keySpan: scan.line.sourceSpan(piece.start, keyEnd),
    value: equals === -1 ? undefined : wordAt(scan, equals + 1, piece.end),
    legacy: false,
  };
}

function legacyPair(scan: Scan, start: number, end: number): Pair | undefined {
  const { text } = scan.line;
  let keyEnd = start;
  while (keyEnd < end && !isBlank(text.charCodeAt(keyEnd))) keyEnd += 1;
  let value = keyEnd;
  while (value < end && isBlank(text.charCodeAt(value))) value += 1;
  if (value >= end) return undefined;
  return {
    ...scan.line.sourceSpan(start, end),
    key: removeQuotes(text.slice(start, keyEnd), scan.escapeCode),
    keySpan: scan.line.sourceSpan(start, keyEnd),
    value: wordAt(scan, value, end),
    legacy: true,
  };
}

function keyText(scan: Scan, piece: Piece): string {
  return scan.line.text.slice(piece.start, Math.min(piece.end, piece.start + 60));
}
