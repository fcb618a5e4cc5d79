import type { SyntaxProblem } from "../source/span.ts";
import { loadCodes } from "./code-buffer.ts";
import {
  BYTE_ORDER_MARK,
  CARRIAGE_RETURN,
  END,
  HASH,
  isBlank,
  isBreak,
  LINE_FEED,
  SPACE,
  TAB,
} from "./char-codes.ts";
import type { YamlComment, YamlEntry, YamlNode } from "./nodes.ts";

/** Collections may nest this deep; the reader is recursive, and hostile text must not overflow the stack. */
export const MAX_DEPTH = 200;

/** More problems than this in one document say nothing new. */
export const MAX_PROBLEMS = 50;

/**
 * Merges may bring this many entries into the maps of one document. Without a limit, maps that merge each other in a
 * chain would make plain data of quadratic size.
 */
export const MAX_MERGED_ENTRIES = 100_000;

/**
 * The state of reading one document. Between two calls `pos` stands anywhere from the end of what was read to the
 * start of what comes next, so skipping white space twice is harmless.
 */
export class Reader {
  readonly text: string;
  readonly #codes: Uint16Array;
  /** Offset at which reading stops: where the `...` line starts while the root is read. */
  end: number;
  pos = 0;
  /** Offset of the start of the line that holds `pos`. */
  lineStart = 0;
  /** Offset of the first character of that line that is not a space or tab. */
  lineContent = 0;
  /** Offset of the first tab in that line's indentation, or -1. */
  tabAt = -1;
  depth = 0;
  /** Open flow sequences and maps, to tell a closing bracket of an outer collection from a stray one. */
  openSequences = 0;
  openMaps = 0;
  /** Set when reading was given up; nothing after that is a problem of its own. */
  aborted = false;
  readonly problems: SyntaxProblem[] = [];
  readonly comments: YamlComment[] = [];
  /** Anchors seen so far; null while the anchor's own node is still being read. */
  readonly anchors: Map<string, YamlNode | null> = new Map();
  /** Tag handles other than `!` and `!!`, from `%TAG` directives. */
  readonly tagHandles: Set<string> = new Set();

  /** Entries that merges may still bring into maps; see `limitMerge`. */
  mergeBudget: number = MAX_MERGED_ENTRIES;
  /** How many entries a map has with what is merged into it, by its list of entries; only maps that merge. */
  readonly mergedSizes: Map<readonly YamlEntry[], number> = new Map();

  constructor(text: string) {
    this.text = text;
    this.#codes = loadCodes(text);
    this.end = text.length;
    const start = this.at(0) === BYTE_ORDER_MARK ? 1 : 0;
    this.enterLine(start);
  }

  /** The code unit at an offset, or `END`. */
  at(offset: number): number {
    return offset < this.end ? (this.#codes[offset] ?? END) : END;
  }

  /** Moves to the first non-blank character of the line that starts at `start`. */
  enterLine(start: number): void {
    let pos = start;
    while (this.at(pos) === SPACE) pos += 1;
    this.tabAt = -1;
    if (this.at(pos) === TAB) {
      this.tabAt = pos;
      while (isBlank(this.at(pos))) pos += 1;
    }
    this.lineStart = start;
    this.lineContent = pos;
    this.pos = pos;
  }

  /** The offset after the line break at `offset` (CR LF is one break). */
  afterBreak(offset: number): number {
    const isPair = this.at(offset) === CARRIAGE_RETURN && this.at(offset + 1) === LINE_FEED;
    return offset + (isPair ? 2 : 1);
  }

  /** The offset of the line break, or of the end of the text, at or after `offset`. */
  lineEnd(offset: number): number {
    const { end } = this;
    let pos = offset;
    while (pos < end && !isBreak(this.at(pos))) pos += 1;
    return pos;
  }

  /** Skips spaces and tabs on this line. */
  skipBlanks(): void {
    let pos = this.pos;
    while (isBlank(this.at(pos))) pos += 1;
    this.pos = pos;
  }

  /** Skips white space, line breaks and comments up to the next content. */
  skipToContent(): void {
    for (;;) {
      const code = this.at(this.pos);
      if (code === SPACE || code === TAB) this.pos += 1;
      else if (code === LINE_FEED || code === CARRIAGE_RETURN) this.enterLine(this.afterBreak(this.pos));
      else if (code === HASH && this.isCommentStart()) this.readComment();
      else return;
    }
  }

  /** Column of `pos` in its line, from 0. */
  column(): number {
    return this.pos - this.lineStart;
  }

  /** True where only white space stands before `pos` on its line. */
  isFirstOnLine(): boolean {
    return this.pos === this.lineContent;
  }

  /** From a line break: moves over blank lines to the next content and says how many breaks were crossed. */
  skipBreaks(): number {
    let breaks = 0;
    while (isBreak(this.at(this.pos))) {
      breaks += 1;
      this.enterLine(this.afterBreak(this.pos));
    }
    return breaks;
  }

  /**
   * True where this line's content stands right of `column`, so that it may continue what `column` holds.
   * Reports a tab that takes the place of indentation.
   */
  isIndented(column: number): boolean {
    if (this.lineContent - this.lineStart <= column) return false;
    if (this.tabAt !== -1 && this.tabAt - this.lineStart <= column) this.tabProblem();
    return true;
  }

  /** Reports the first tab in this line's indentation. */
  tabProblem(): void {
    this.problem("yaml/tab-indentation", this.tabAt, this.tabAt + 1, "A tab cannot indent; use spaces.");
  }

  /** Records a problem, unless there are too many or reading was given up. */
  problem(code: string, start: number, end: number, message: string): void {
    if (this.aborted || this.problems.length >= MAX_PROBLEMS) return;
    this.problems.push({ code, start, end, message });
  }

  /** Reports that collections nest too deep and gives up on the rest of the document. */
  tooDeep(): void {
    this.problem(
      "yaml/too-deep",
      this.pos,
      Math.min(this.pos + 1, this.end),
      `Nested deeper than ${MAX_DEPTH} levels.`,
    );
    this.aborted = true;
    this.pos = this.end;
  }

  /** Moves to the next line whose content starts at `column` or left of it, or to the end. */
  skipDeeper(column: number): void {
    for (;;) {
      const lineEnd = this.lineEnd(this.pos);
      if (lineEnd >= this.end) {
        this.pos = this.end;
        return;
      }
      this.enterLine(this.afterBreak(lineEnd));
      const code = this.at(this.pos);
      if (code !== END && !isBreak(code) && code !== HASH && this.column() <= column) return;
      if (code === HASH) this.readComment();
    }
  }

  /** A `#` starts a comment only at the start of the text or after white space. */
  private isCommentStart(): boolean {
    if (this.pos === this.lineContent) return true;
    return isBlank(this.at(this.pos - 1));
  }

  /** Records the comment at `pos` and moves to the end of its line. */
  readComment(): void {
    const start = this.pos;
    const end = this.lineEnd(start);
    this.comments.push({
      start,
      end,
      text: this.text.slice(start + 1, end),
      ownLine: start === this.lineContent,
    });
    this.pos = end;
  }
}
