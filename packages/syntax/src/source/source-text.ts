import type { Position, Range, Span } from "./span.ts";

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** A text and where its lines start. The index is built on first use, and every look-up after that is a binary search. */
export class SourceText {
  readonly text: string;
  #lineStarts: readonly number[] | undefined;

  constructor(text: string) {
    this.text = text;
  }

  /** Offset at which each line starts. A line ends after LF, CR LF or a lone CR. */
  get lineStarts(): readonly number[] {
    this.#lineStarts ??= findLineStarts(this.text);
    return this.#lineStarts;
  }

  /** The place of an offset, clamped to the text. */
  positionAt(offset: number): Position {
    const clamped = Math.max(0, Math.min(offset, this.text.length));
    const starts = this.lineStarts;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= clamped) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: clamped - (starts[low] ?? 0) + 1, offset: clamped };
  }

  /** The range of a span of this text. */
  rangeOf(span: Span): Range {
    return { start: this.positionAt(span.start), end: this.positionAt(span.end) };
  }

  /** The offset of a line and column (both from 1), clamped to the line and to the text. */
  offsetAt(line: number, column: number): number {
    const starts = this.lineStarts;
    const start = starts[Math.max(0, Math.min(line, starts.length) - 1)] ?? 0;
    const next = starts[line] ?? this.text.length;
    return Math.max(start, Math.min(start + column - 1, next));
  }

  /** The text of a line (from 1), without its line break. */
  lineText(line: number): string {
    const start = this.lineStarts[line - 1];
    if (start === undefined) return "";
    let end = this.lineStarts[line] ?? this.text.length;
    while (end > start && isBreak(this.text.charCodeAt(end - 1))) end -= 1;
    return this.text.slice(start, end);
  }
}

function isBreak(code: number): boolean {
  return code === LINE_FEED || code === CARRIAGE_RETURN;
}

/** Counted first: a list that grows is copied many times over, and a long text is indexed anew at every keystroke. */
function findLineStarts(text: string): readonly number[] {
  const starts = [0];
  starts.length = countLines(text);
  let line = 1;
  for (let index = 0; index < text.length; index += 1) {
    if (!endsLine(text, index)) continue;
    starts[line] = index + 1;
    line += 1;
  }
  return starts;
}

function countLines(text: string): number {
  let lines = 1;
  for (let index = 0; index < text.length; index += 1) if (endsLine(text, index)) lines += 1;
  return lines;
}

function endsLine(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code === LINE_FEED || (code === CARRIAGE_RETURN && text.charCodeAt(index + 1) !== LINE_FEED);
}
