import { DOUBLE_QUOTE, SINGLE_QUOTE, isBlank, isSpace } from "./characters.ts";
import type { LogicalLine } from "./logical-line.ts";
import type { Word } from "./nodes.ts";

/** The most words that one instruction may have; what comes after is left out and reported. */
export const MAX_WORDS = 20_000;

/** What the scanners of one instruction share. Offsets they take count in `line.text`. */
export interface Scan {
  /** The whole file. */
  readonly source: string;
  readonly line: LogicalLine;
  readonly escapeCode: number;
}

/** The word of a span of the logical line. `decoded` replaces the text where it is not the text of the span. */
export function wordAt(scan: Scan, start: number, end: number, decoded?: string): Word {
  const span = scan.line.sourceSpan(start, end);
  const text = decoded ?? scan.line.text.slice(start, end);
  return { start: span.start, end: span.end, raw: scan.source.slice(span.start, span.end), text };
}

/** Words between blanks; quotes have no meaning. */
export function splitOnBlanks(scan: Scan, start: number, end: number): readonly Word[] {
  const words: Word[] = [];
  const { text } = scan.line;
  let at = start;
  while (at < end && words.length < MAX_WORDS) {
    while (at < end && isBlank(text.charCodeAt(at))) at += 1;
    if (at >= end) break;
    const from = at;
    while (at < end && !isBlank(text.charCodeAt(at))) at += 1;
    words.push(wordAt(scan, from, at));
  }
  return words;
}

/** Words between white space; quotes and the escape character keep white space in a word, and stay part of it. */
export function splitQuoted(scan: Scan, start: number, end: number): readonly Word[] {
  const words: Word[] = [];
  const { text } = scan.line;
  let at = start;
  while (at < end && words.length < MAX_WORDS) {
    while (at < end && isSpace(text.charCodeAt(at))) at += 1;
    if (at >= end) break;
    const from = at;
    at = quotedWordEnd(scan, at, end);
    words.push(wordAt(scan, from, at));
  }
  return words;
}

/** Where the word that starts at `from` ends. A quote that is not closed reaches to `end`. */
export function quotedWordEnd(scan: Scan, from: number, end: number): number {
  const { text } = scan.line;
  let quote = 0;
  let at = from;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code === scan.escapeCode && quote !== SINGLE_QUOTE) {
      at += 2;
      continue;
    }
    if (quote === 0) {
      if (isSpace(code)) break;
      if (code === SINGLE_QUOTE || code === DOUBLE_QUOTE) quote = code;
    } else if (code === quote) quote = 0;
    at += 1;
  }
  return Math.min(at, end);
}
