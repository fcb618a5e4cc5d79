import type { Span } from "../source/span.ts";
import {
  BYTE_ORDER_MARK,
  CARRIAGE_RETURN,
  HASH,
  LINE_FEED,
  SPACE,
  TAB,
  isSpace,
  skipSpaces,
} from "./characters.ts";
import { LogicalLine } from "./logical-line.ts";
import type { Comment } from "./nodes.ts";

/** One instruction before it is taken apart. */
export interface RawInstruction {
  readonly line: LogicalLine;
  /** Whole physical lines, without the last line break. */
  readonly extent: Span;
  readonly emptyLines: readonly Span[];
}

/** Reads a Dockerfile line by line as BuildKit does: LF ends a line, CR before it is dropped, comments and empty lines are skipped. */
export class LineReader {
  readonly text: string;
  readonly comments: Comment[] = [];
  /** The escape character as a code; a directive may change it before the first instruction. */
  escapeCode = 92;
  /** The current physical line, without CR and LF. */
  lineStart = 0;
  lineEnd = 0;
  /** Length of the longest line seen, in UTF-16 units. */
  longest = 0;
  longestAt = 0;
  #next: number;

  constructor(text: string) {
    this.text = text;
    this.#next = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
  }

  /** Moves to the next physical line; false at the end of the text. */
  advance(): boolean {
    const text = this.text;
    const start = this.#next;
    if (start >= text.length) return false;
    const feed = text.indexOf("\n", start);
    const after = feed === -1 ? text.length : feed + 1;
    let end = feed === -1 ? text.length : feed;
    while (end > start && isBreak(text.charCodeAt(end - 1))) end -= 1;
    this.lineStart = start;
    this.lineEnd = end;
    this.#next = after;
    if (end - start > this.longest) {
      this.longest = end - start;
      this.longestAt = start;
    }
    return true;
  }

  /** True where the current line is a comment, which is then recorded. */
  takeComment(): boolean {
    const start = skipSpaces(this.text, this.lineStart, this.lineEnd);
    if (start >= this.lineEnd || this.text.charCodeAt(start) !== HASH) return false;
    this.comments.push({ start, end: this.lineEnd, text: this.text.slice(start + 1, this.lineEnd) });
    return true;
  }

  /** The instruction that starts on the current line, or undefined where the line is empty. Leaves the reader on its last line. */
  readInstruction(): RawInstruction | undefined {
    const { text } = this;
    const start = skipSpaces(text, this.lineStart, this.lineEnd);
    if (start === this.lineEnd) return undefined;
    const extentStart = this.lineStart;
    let stop = continuationAt(text, start, this.lineEnd, this.escapeCode);
    if (stop === -1) {
      const line = new LogicalLine(text.slice(start, this.lineEnd), [0], [start]);
      return { line, extent: { start: extentStart, end: this.lineEnd }, emptyLines: [] };
    }
    const pieces = new Pieces(text, start);
    pieces.add(start, stop);
    const emptyLines: Span[] = [];
    while (stop !== -1 && this.advance()) {
      if (this.takeComment()) continue;
      if (this.#isEmpty()) {
        emptyLines.push({ start: this.lineStart, end: this.lineEnd });
        continue;
      }
      stop = continuationAt(text, this.lineStart, this.lineEnd, this.escapeCode);
      pieces.add(this.lineStart, stop === -1 ? this.lineEnd : stop);
    }
    return { line: pieces.join(), extent: { start: extentStart, end: this.lineEnd }, emptyLines };
  }

  #isEmpty(): boolean {
    return skipSpaces(this.text, this.lineStart, this.lineEnd) === this.lineEnd;
  }
}

/** Collects the pieces of an instruction that runs over several lines. */
class Pieces {
  readonly #text: string;
  readonly #first: number;
  readonly #parts: string[] = [];
  readonly #starts: number[] = [];
  readonly #sources: number[] = [];
  #length = 0;

  constructor(text: string, first: number) {
    this.#text = text;
    this.#first = first;
  }

  add(start: number, end: number): void {
    if (end <= start) return;
    this.#parts.push(this.#text.slice(start, end));
    this.#starts.push(this.#length);
    this.#sources.push(start);
    this.#length += end - start;
  }

  join(): LogicalLine {
    if (this.#parts.length === 0) return new LogicalLine("", [0], [this.#first]);
    return new LogicalLine(this.#parts.join(""), this.#starts, this.#sources);
  }
}

function isBreak(code: number): boolean {
  return code === CARRIAGE_RETURN || code === LINE_FEED;
}

/**
 * Where the text of a line that is continued ends, or -1 where it is not continued. The escape character continues a line
 * when only blanks follow it and no other escape character stands before it.
 */
function continuationAt(text: string, start: number, end: number, escapeCode: number): number {
  let at = end - 1;
  while (at >= start && (text.charCodeAt(at) === SPACE || text.charCodeAt(at) === TAB)) at -= 1;
  if (at < start || text.charCodeAt(at) !== escapeCode) return -1;
  if (at > start && text.charCodeAt(at - 1) === escapeCode) return -1;
  return at;
}

/** True where a text holds nothing but white space. */
export function isAllSpace(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (!isSpace(text.charCodeAt(at))) return false;
  return true;
}
