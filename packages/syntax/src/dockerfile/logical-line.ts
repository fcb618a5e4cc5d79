import type { Span } from "../source/span.ts";

/** Takes pieces of a text with their places in the original. */
export interface PieceSink {
  add(text: string, source: number): void;
}

const NO_WIDTHS: ReadonlyMap<number, number> = new Map();

/**
 * A text put together from pieces of a longer one, as an instruction is when its continuation lines are joined,
 * with the place of every character in the original. Look-ups are binary searches over the pieces.
 */
export class LogicalLine {
  readonly text: string;
  /** Offset in `text` at which each piece starts, ascending. */
  readonly #starts: readonly number[];
  /** Offset in the original at which each piece starts, ascending. */
  readonly #sources: readonly number[];

  /** By number of a piece that is one character here and several in the original: how many. */
  readonly #widths: ReadonlyMap<number, number>;

  constructor(
    text: string,
    starts: readonly number[],
    sources: readonly number[],
    widths: ReadonlyMap<number, number> = NO_WIDTHS,
  ) {
    this.text = text;
    this.#starts = starts;
    this.#sources = sources;
    this.#widths = widths;
  }

  /** Where the character at `offset` stands in the original; for the end of the text, the place after its last character. */
  sourceStart(offset: number): number {
    if (offset >= this.text.length) return this.sourceEnd(this.text.length);
    return this.#locate(offset);
  }

  /** The place after the character before `offset`: the end in the original of a span that ends at `offset` here. */
  sourceEnd(offset: number): number {
    if (offset <= 0) return this.#sources[0] ?? 0;
    const last = Math.min(offset, this.text.length) - 1;
    const piece = this.#pieceAt(last);
    return (this.#sources[piece] ?? 0) + last - (this.#starts[piece] ?? 0) + (this.#widths.get(piece) ?? 1);
  }

  /** The span in the original of a span of `text`. An empty span stays empty and stands after the character before it. */
  sourceSpan(start: number, end: number): Span {
    const to = this.sourceEnd(end);
    return { start: start >= end ? to : this.sourceStart(start), end: to };
  }

  /** The offset in `text` of a place in the original. A place between two pieces counts as the start of the later one. */
  offsetOf(source: number): number {
    const sources = this.#sources;
    let low = 0;
    let high = sources.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((sources[middle] ?? 0) <= source) low = middle;
      else high = middle - 1;
    }
    const offset = (this.#starts[low] ?? 0) + Math.max(0, source - (sources[low] ?? 0));
    return Math.min(offset, this.#starts[low + 1] ?? this.text.length);
  }

  /** Hands the pieces of a span of `text` to a builder, in order, with their places in the original. */
  copyTo(builder: PieceSink, start: number, end: number): void {
    let from = start;
    while (from < end) {
      const piece = this.#pieceAt(from);
      const to = Math.min(end, this.#starts[piece + 1] ?? end);
      builder.add(this.text.slice(from, to), (this.#sources[piece] ?? 0) + from - (this.#starts[piece] ?? 0));
      from = to;
    }
  }

  #locate(offset: number): number {
    const piece = this.#pieceAt(offset);
    return (this.#sources[piece] ?? 0) + offset - (this.#starts[piece] ?? 0);
  }

  #pieceAt(offset: number): number {
    const starts = this.#starts;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
