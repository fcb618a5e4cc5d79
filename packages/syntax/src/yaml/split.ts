import {
  BYTE_ORDER_MARK,
  DASH,
  DOT,
  HASH,
  isBlank,
  isBlankOrEnd,
  isBreak,
  LINE_FEED,
  PERCENT,
} from "./char-codes.ts";

/** One document's part of a file. */
export interface DocumentPart {
  readonly start: number;
  /** Where the next part starts. */
  readonly end: number;
  /** Where the document's `...` line starts, or `end` where it has none. */
  readonly contentEnd: number;
}

/** Splits a file into its documents, which together cover the whole text. There is always at least one. */
export function splitDocuments(text: string): readonly DocumentPart[] {
  const parts: DocumentPart[] = [];
  const { length } = text;
  let start = 0;
  let state: "before" | "directive" | "open" = "before";
  let line = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
  while (line < length) {
    const next = nextLine(text, line);
    const kind = lineKind(text, line);
    if (state === "open") {
      if (kind === "start" || kind === "end") {
        const end = kind === "start" ? line : next;
        parts.push({ start, end, contentEnd: line });
        start = end;
        state = kind === "start" ? "open" : "before";
      }
    } else if (kind === "start" || kind === "content") state = "open";
    else if (kind === "directive") state = "directive";
    line = next;
  }
  return finish(parts, { start, end: length, contentEnd: length }, state === "before");
}

/** Adds the last part; without content or directive it belongs to the document whose `...` it follows. */
function finish(parts: DocumentPart[], last: DocumentPart, isTail: boolean): readonly DocumentPart[] {
  const before = isTail ? parts.pop() : undefined;
  parts.push(before === undefined ? last : { ...before, end: last.end });
  return parts;
}

function lineKind(text: string, line: number): "start" | "end" | "directive" | "content" | "nothing" {
  const code = text.charCodeAt(line);
  if (code === DASH && isMarkerAt(text, line, code)) return "start";
  if (code === DOT && isMarkerAt(text, line, code)) return "end";
  if (code === PERCENT) return "directive";
  return isContentAt(text, line) ? "content" : "nothing";
}

function isMarkerAt(text: string, offset: number, mark: number): boolean {
  if (text.charCodeAt(offset + 1) !== mark || text.charCodeAt(offset + 2) !== mark) return false;
  return offset + 3 >= text.length || isBlankOrEnd(text.charCodeAt(offset + 3));
}

function isContentAt(text: string, line: number): boolean {
  let offset = line;
  while (offset < text.length && isBlank(text.charCodeAt(offset))) offset += 1;
  if (offset >= text.length) return false;
  const code = text.charCodeAt(offset);
  return code !== HASH && !isBreak(code);
}

function nextLine(text: string, from: number): number {
  let offset = from;
  while (offset < text.length && !isBreak(text.charCodeAt(offset))) offset += 1;
  const isPair = text.charCodeAt(offset) !== LINE_FEED && text.charCodeAt(offset + 1) === LINE_FEED;
  return Math.min(offset + (isPair ? 2 : 1), text.length);
}
