import { DASH, HASH, isBlank, isBreak, isDigit, PIPE, PLUS, SPACE, ZERO } from "./char-codes.ts";
import type { YamlScalar } from "./nodes.ts";
import type { Reader } from "./reader.ts";
import { makeScalar } from "./scalars.ts";

interface Header {
  readonly chomping: "strip" | "clip" | "keep";
  /** The indentation indicator, or 0 where the first line decides. */
  readonly indentation: number;
  readonly end: number;
}

interface Content {
  /** Lines without their indentation, up to the last one that is not empty. */
  readonly lines: readonly string[];
  /** Empty lines after them. */
  readonly trailing: number;
  readonly end: number;
}

/** Reads a literal (`|`) or folded (`>`) scalar whose lines stand right of column `parent`. */
export function readBlockScalar(reader: Reader, parent: number): YamlScalar {
  const start = reader.pos;
  const style = reader.at(start) === PIPE ? "literal" : "folded";
  const header = readHeader(reader);
  finishHeaderLine(reader);
  const content = readContent(reader, parent, header);
  const body = style === "literal" ? content.lines.join("\n") : fold(content.lines);
  const text = body + lastBreaks(header.chomping, content);
  return makeScalar({ style, start, end: content.end, text });
}

function readHeader(reader: Reader): Header {
  let pos = reader.pos + 1;
  let chomping: Header["chomping"] | undefined;
  let indentation = 0;
  for (;;) {
    const code = reader.at(pos);
    if ((code === DASH || code === PLUS) && chomping === undefined)
      chomping = code === DASH ? "strip" : "keep";
    else if (isDigit(code) && code !== ZERO && indentation === 0) indentation = code - ZERO;
    else break;
    pos += 1;
  }
  reader.pos = pos;
  return { chomping: chomping ?? "clip", indentation, end: pos };
}

function finishHeaderLine(reader: Reader): void {
  const end = reader.pos;
  reader.skipBlanks();
  const start = reader.pos;
  if (reader.at(start) === HASH && start > end) reader.readComment();
  const lineEnd = reader.lineEnd(reader.pos);
  if (lineEnd > reader.pos) {
    reader.problem(
      "yaml/bad-block-header",
      start,
      lineEnd,
      "Only a comment may follow the header of a block scalar.",
    );
  }
  reader.pos = lineEnd;
}

function readContent(reader: Reader, parent: number, header: Header): Content {
  const lines = new BlockLines(reader, parent, header);
  let pos = reader.pos < reader.end ? reader.afterBreak(reader.pos) : reader.end;
  while (pos < reader.end) {
    const next = lines.readLine(pos);
    if (next === -1) break;
    pos = next;
  }
  stopAt(reader, pos, parent);
  return lines.content();
}

/** Collects the lines of one block scalar. */
class BlockLines {
  readonly #reader: Reader;
  readonly #parent: number;
  readonly #lines: string[] = [];
  /** Columns of indentation, or -1 before the first line that decides. */
  #indent: number;
  #blankStart = 0;
  #blankWidth = 0;
  #end: number;
  #length = 0;

  constructor(reader: Reader, parent: number, header: Header) {
    this.#reader = reader;
    this.#parent = parent;
    this.#indent = header.indentation === 0 ? -1 : Math.max(parent, 0) + header.indentation;
    this.#end = header.end;
  }

  /** Takes the line at `start` and returns where the next one starts, or -1 where the scalar has ended before. */
  readLine(start: number): number {
    const reader = this.#reader;
    const limit = this.#indent === -1 ? reader.end : Math.min(reader.end, start + this.#indent);
    let pos = start;
    while (pos < limit && reader.at(pos) === SPACE) pos += 1;
    const width = pos - start;
    if (pos >= reader.end) return reader.end;
    if (isBreak(reader.at(pos))) {
      this.#lines.push("");
      this.#noteBlank(start, width);
      return reader.afterBreak(pos);
    }
    if (width < this.#indent || width <= this.#parent) return -1;
    if (this.#indent === -1) this.#decideIndent(width);
    this.#end = reader.lineEnd(pos);
    this.#length = this.#lines.push(reader.text.slice(pos, this.#end));
    return this.#end < reader.end ? reader.afterBreak(this.#end) : reader.end;
  }

  content(): Content {
    return {
      lines: this.#lines.slice(0, this.#length),
      trailing: this.#lines.length - this.#length,
      end: this.#end,
    };
  }

  #noteBlank(start: number, width: number): void {
    if (this.#indent !== -1 || width <= this.#blankWidth) return;
    this.#blankWidth = width;
    this.#blankStart = start;
  }

  #decideIndent(width: number): void {
    this.#indent = width;
    if (this.#blankWidth > width) {
      blankProblem(this.#reader, this.#blankStart + width, this.#blankStart + this.#blankWidth);
    }
  }
}

function stopAt(reader: Reader, pos: number, parent: number): void {
  reader.enterLine(pos);
  const next = reader.at(reader.pos);
  const isContent = reader.pos < reader.end && !isBreak(next) && next !== HASH;
  if (isContent && reader.tabAt !== -1) reader.isIndented(parent);
}

function blankProblem(reader: Reader, start: number, end: number): void {
  reader.problem(
    "yaml/bad-indentation",
    start,
    end,
    "An empty line before the text is indented deeper than the text.",
  );
}

function fold(lines: readonly string[]): string {
  let text = "";
  let pending = 0;
  let wasDeeper = false;
  let isFirst = true;
  for (const line of lines) {
    if (line === "") {
      pending += 1;
      continue;
    }
    const isDeeper = isBlank(line.charCodeAt(0));
    if (isFirst) text += "\n".repeat(pending);
    else if (isDeeper || wasDeeper) text += "\n".repeat(pending + 1);
    else text += pending === 0 ? " " : "\n".repeat(pending);
    text += line;
    pending = 0;
    wasDeeper = isDeeper;
    isFirst = false;
  }
  return text;
}

function lastBreaks(chomping: Header["chomping"], content: Content): string {
  const isEmpty = content.lines.length === 0;
  if (chomping === "keep") return "\n".repeat(content.trailing + (isEmpty ? 0 : 1));
  return chomping === "clip" && !isEmpty ? "\n" : "";
}
