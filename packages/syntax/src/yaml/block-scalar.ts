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
  const { text, end } = reader;
  const lines: string[] = [];
  let indent = header.indentation === 0 ? -1 : Math.max(parent, 0) + header.indentation;
  let widestBlank = reader.pos;
  let blankWidth = 0;
  let contentEnd = header.end;
  let length = 0;
  let pos = reader.pos < end ? reader.afterBreak(reader.pos) : end;
  while (pos < end) {
    const start = pos;
    const limit = indent === -1 ? end : Math.min(end, start + indent);
    while (pos < limit && text.charCodeAt(pos) === SPACE) pos += 1;
    const width = pos - start;
    const code = reader.at(pos);
    if (pos >= end || isBreak(code)) {
      if (pos < end) lines.push("");
      if (indent === -1 && width > blankWidth) {
        blankWidth = width;
        widestBlank = start;
      }
      pos = pos < end ? reader.afterBreak(pos) : end;
      continue;
    }
    if (width < indent || width <= parent) {
      pos = start;
      break;
    }
    if (indent === -1) {
      indent = width;
      if (blankWidth > width) blankProblem(reader, widestBlank + width, widestBlank + blankWidth);
    }
    contentEnd = reader.lineEnd(pos);
    lines.push(text.slice(pos, contentEnd));
    length = lines.length;
    pos = contentEnd < end ? reader.afterBreak(contentEnd) : end;
  }
  stopAt(reader, pos, parent);
  return { lines: lines.slice(0, length), trailing: lines.length - length, end: contentEnd };
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
