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
  const search = hasLoneReturn(text) ? undefined : new MarkerSearch(text);
  const parts = new Parts(text.length);
  let line = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
  for (;;) {
    if (search !== undefined && parts.isOpen()) line = search.from(line);
    if (line >= text.length) return parts.finish();
    const next = nextLine(text, line);
    parts.addLine(lineKind(text, line), line, next);
    line = next;
  }
}

type LineKind = "start" | "end" | "directive" | "content" | "nothing";

/** The documents found so far and the state of the one at hand. */
class Parts {
  readonly #length: number;
  readonly #parts: DocumentPart[] = [];
  #start = 0;
  #state: "before" | "directive" | "open" = "before";

  constructor(length: number) {
    this.#length = length;
  }

  /** True from a document's `---` or first content on; only a marker matters then. */
  isOpen(): boolean {
    return this.#state === "open";
  }

  addLine(kind: LineKind, line: number, next: number): void {
    if (this.#state !== "open") {
      if (kind === "start" || kind === "content") this.#state = "open";
      else if (kind === "directive") this.#state = "directive";
    } else if (kind === "start") this.#close(line, line);
    else if (kind === "end") {
      this.#close(line, next);
      this.#state = "before";
    }
  }

  /** All parts; what trails the last `...` without content or directive belongs to the document before it. */
  finish(): readonly DocumentPart[] {
    const before = this.#state === "before" ? this.#parts.pop() : undefined;
    const { contentEnd, start } = before ?? { contentEnd: this.#length, start: this.#start };
    this.#parts.push({ start, end: this.#length, contentEnd });
    return this.#parts;
  }

  #close(contentEnd: number, end: number): void {
    this.#parts.push({ start: this.#start, end, contentEnd });
    this.#start = end;
  }
}

/** Finds lines that may be markers without looking at the lines between; for texts whose line breaks all have a LF. */
class MarkerSearch {
  readonly #text: string;
  #start = -1;
  #end = -1;

  constructor(text: string) {
    this.#text = text;
  }

  /** The first line at or after `line` that starts with `---` or `...`, or the end of the text. */
  from(line: number): number {
    if (this.#start < line) this.#start = this.#find("\n---", line);
    if (this.#end < line) this.#end = this.#find("\n...", line);
    return Math.min(this.#start, this.#end);
  }

  #find(mark: string, line: number): number {
    const found = this.#text.indexOf(mark, Math.max(0, line - 1));
    return found === -1 ? this.#text.length : found + 1;
  }
}

/** True where a CR ends a line by itself. */
function hasLoneReturn(text: string): boolean {
  for (let at = text.indexOf("\r"); at !== -1; at = text.indexOf("\r", at + 1)) {
    if (text.charCodeAt(at + 1) !== LINE_FEED) return true;
  }
  return false;
}

function lineKind(text: string, line: number): LineKind {
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
