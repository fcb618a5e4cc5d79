import { LogicalLine } from "./logical-line.ts";

/** Builds a text from pieces of another. Pieces must come in the order of the original. */
export class LogicalLineBuilder {
  readonly #parts: string[] = [];
  readonly #starts: number[] = [];
  readonly #sources: number[] = [];
  readonly #widths = new Map<number, number>();
  #length = 0;
  #nextSource = -1;

  /** Adds a piece that stands at `source` in the original, character by character. */
  add(text: string, source: number): void {
    if (text === "") return;
    this.#parts.push(text);
    if (source !== this.#nextSource) {
      this.#starts.push(this.#length);
      this.#sources.push(source);
    }
    this.#length += text.length;
    this.#nextSource = source + text.length;
  }

  /** Adds one character that is written as an escape of `width` characters at `source`. */
  addEscape(character: string, source: number, width: number): void {
    this.#widths.set(this.#starts.length, width);
    this.#nextSource = -1;
    this.add(character, source);
    this.#nextSource = -1;
  }

  /** The text so far; `fallback` is the place of an empty one. */
  build(fallback: number): LogicalLine {
    if (this.#starts.length === 0) return new LogicalLine("", [0], [fallback]);
    return new LogicalLine(this.#parts.join(""), this.#starts, this.#sources, this.#widths);
  }
}
