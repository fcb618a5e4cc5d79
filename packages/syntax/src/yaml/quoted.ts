import { BACKSLASH, DOUBLE_QUOTE, HASH, isBlank, isBreak, SINGLE_QUOTE } from "./char-codes.ts";
import { readEscape } from "./escapes.ts";
import type { YamlScalar } from "./nodes.ts";
import type { Reader } from "./reader.ts";
import { makeScalar } from "./scalars.ts";

/**
 * Reads a quoted scalar whose further lines stand right of column `parent`. Lines further left belong to it too where
 * the quote is closed at the end of a line: the letter of YAML 1.2 forbids it, but the readers of Kubernetes and of
 * Python take it, and generated definitions are full of it. Otherwise a quote that is not closed ends before the first line that
 * stands too far left, so one forgotten quote does not swallow the rest of the document.
 */
export function readQuoted(reader: Reader, parent: number): YamlScalar {
  const start = reader.pos;
  const quote = reader.at(start);
  const style = quote === SINGLE_QUOTE ? "single" : "double";
  const end = simpleEnd(reader, start + 1, quote);
  if (end !== -1) {
    reader.pos = end + 1;
    return makeScalar({ style, start, end: end + 1, text: reader.text.slice(start + 1, end) });
  }
  const scan = new QuotedScan(reader, parent, quote);
  const text = scan.read();
  return makeScalar({ style, start, end: scan.end, text });
}

/** The closing quote's offset where nothing has to be undone, else -1. */
function simpleEnd(reader: Reader, start: number, quote: number): number {
  const { end } = reader;
  for (let pos = start; pos < end; pos += 1) {
    const code = reader.at(pos);
    if (code === quote) return quote === SINGLE_QUOTE && reader.at(pos + 1) === quote ? -1 : pos;
    if (isBreak(code) || (code === BACKSLASH && quote === DOUBLE_QUOTE)) return -1;
  }
  return -1;
}

class QuotedScan {
  /** Offset after the scalar; set by `read`. */
  end: number;
  readonly #reader: Reader;
  readonly #parent: number;
  readonly #quote: number;
  readonly #start: number;
  #pos: number;
  /** Start of the stretch that has not been added to the text. */
  #from: number;
  #text = "";
  /** Whether lines may stand anywhere. */
  #anywhere = false;

  constructor(reader: Reader, parent: number, quote: number) {
    this.#reader = reader;
    this.#parent = parent;
    this.#quote = quote;
    this.#start = reader.pos;
    this.#pos = reader.pos + 1;
    this.#from = this.#pos;
    this.end = this.#pos;
  }

  read(): string {
    const reader = this.#reader;
    while (this.#pos < reader.end) {
      const code = reader.at(this.#pos);
      if (code === this.#quote) {
        if (this.#close()) return this.#text;
      } else if (code === BACKSLASH && this.#quote === DOUBLE_QUOTE) {
        if (!this.#escape()) return this.#unclosed();
      } else if (isBreak(code)) {
        this.#takeTrimmed();
        if (!this.#fold(" ")) return this.#unclosed();
      } else this.#pos += 1;
    }
    reader.pos = reader.end;
    this.#takeTrimmed();
    return this.#unclosed();
  }

  /** At a quote: true where it closes the scalar, false where it is the first of a doubled `'`. */
  #close(): boolean {
    const isDoubled = this.#quote === SINGLE_QUOTE && this.#reader.at(this.#pos + 1) === this.#quote;
    this.#text += this.#reader.text.slice(this.#from, isDoubled ? this.#pos + 1 : this.#pos);
    this.#pos += isDoubled ? 2 : 1;
    this.#from = this.#pos;
    if (isDoubled) return false;
    this.end = this.#pos;
    this.#reader.pos = this.#pos;
    return true;
  }

  #escape(): boolean {
    const reader = this.#reader;
    this.#text += reader.text.slice(this.#from, this.#pos);
    if (isBreak(reader.at(this.#pos + 1))) {
      this.#pos += 1;
      this.end = this.#pos;
      return this.#fold("");
    }
    reader.pos = this.#pos;
    this.#text += readEscape(reader);
    this.#pos = reader.pos;
    this.#from = this.#pos;
    return true;
  }

  /** From a line break to the next line's content; false where that line cannot belong to the scalar. */
  #fold(single: string): boolean {
    const reader = this.#reader;
    reader.pos = this.#pos;
    const breaks = reader.skipBreaks();
    if (reader.pos < reader.end && !this.#anywhere && !reader.isIndented(this.#parent)) {
      if (!this.#isClosedAtLineEnd(reader.pos)) return false;
      this.#anywhere = true;
    }
    this.#text += breaks === 1 ? single : "\n".repeat(breaks - 1);
    this.#pos = reader.pos;
    this.#from = this.#pos;
    return true;
  }

  /** Whether the next quote from here on closes the scalar and nothing but a comment follows it on its line. */
  #isClosedAtLineEnd(from: number): boolean {
    const reader = this.#reader;
    for (let pos = from; pos < reader.end; pos += 1) {
      const code = reader.at(pos);
      if (code === BACKSLASH && this.#quote === DOUBLE_QUOTE) pos += 1;
      else if (code === this.#quote) {
        if (this.#quote === DOUBLE_QUOTE || reader.at(pos + 1) !== this.#quote)
          return this.#endsLine(pos + 1);
        pos += 1;
      }
    }
    return false;
  }

  #endsLine(from: number): boolean {
    const reader = this.#reader;
    let pos = from;
    while (pos < reader.end && isBlank(reader.at(pos))) pos += 1;
    return pos >= reader.end || isBreak(reader.at(pos)) || (reader.at(pos) === HASH && pos > from);
  }

  #takeTrimmed(): void {
    const reader = this.#reader;
    let end = this.#pos;
    while (end > this.#from && isBlank(reader.at(end - 1))) end -= 1;
    this.#text += reader.text.slice(this.#from, end);
    if (end > this.#from || this.end < end) this.end = end;
  }

  #unclosed(): string {
    const name = this.#quote === SINGLE_QUOTE ? "'" : '"';
    this.#reader.problem("yaml/unclosed-quote", this.#start, this.#start + 1, `The ${name} is never closed.`);
    return this.#text;
  }
}
