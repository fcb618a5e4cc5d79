import {
  BACKSLASH,
  DASH,
  DOLLAR,
  DOUBLE_QUOTE,
  LESS_THAN,
  OPEN_BRACE,
  SINGLE_QUOTE,
  TAB,
  isDigit,
  isSpace,
  skipSpaces,
} from "./characters.ts";
import { expandText, removeQuotes } from "./expand.ts";
import type { LineReader } from "./line-reader.ts";
import type { LogicalLine } from "./logical-line.ts";
import type { Heredoc } from "./nodes.ts";
import type { Span } from "../source/span.ts";

/** A `<<NAME` of an instruction whose body has not been read. */
interface Opening {
  readonly span: Span;
  readonly name: string;
  readonly expand: boolean;
  readonly stripTabs: boolean;
  readonly fileDescriptor: number;
}

const MAX_HEREDOCS = 1000;

/**
 * The heredocs that the line of a RUN, COPY or ADD opens; their bodies are read from the lines that follow.
 * `onOpen` is called with the span of a heredoc that no line ends.
 */
export function readHeredocs(
  line: LogicalLine,
  reader: LineReader,
  onOpen: (span: Span) => void,
): readonly Heredoc[] {
  const heredocs: Heredoc[] = [];
  for (const opening of openings(line)) {
    const { heredoc, terminated } = readBody(opening, reader);
    heredocs.push(heredoc);
    if (terminated) continue;
    onOpen(opening.span);
    break;
  }
  return heredocs;
}

function readBody(opening: Opening, reader: LineReader): { heredoc: Heredoc; terminated: boolean } {
  const { text } = reader;
  let start = -1;
  let end = -1;
  let terminated = false;
  while (!terminated && reader.advance()) {
    if (start === -1) start = reader.lineStart;
    end = reader.lineStart;
    terminated = isTerminator(opening, reader);
  }
  if (start === -1) start = text.length;
  if (!terminated) end = text.length;
  const body = { start, end };
  const { span, ...rest } = opening;
  return { heredoc: { ...span, ...rest, body, content: text.slice(start, end) }, terminated };
}

function isTerminator(opening: Opening, reader: LineReader): boolean {
  let from = reader.lineStart;
  if (opening.stripTabs) while (reader.text.charCodeAt(from) === TAB) from += 1;
  return reader.lineEnd - from === opening.name.length && reader.text.startsWith(opening.name, from);
}

function openings(line: LogicalLine): readonly Opening[] {
  const found: Opening[] = [];
  const { text } = line;
  let at = 0;
  while (at < text.length && found.length < MAX_HEREDOCS) {
    at = skipSpaces(text, at, text.length);
    const start = at;
    at = wordEnd(text, at);
    // A quote or a substitution that is not closed: BuildKit then looks for no heredoc in the line at all.
    if (at === -1) return [];
    const opening = openingOf(line, start, at);
    if (opening !== undefined) found.push(opening);
  }
  return found;
}

/** Where a shell word ends; blanks after `<<` belong to the word. -1 where it cannot be read. */
function wordEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) return at;
    if (code === LESS_THAN && text.charCodeAt(at + 1) === LESS_THAN) at = skipInlineBlanks(text, at + 2);
    else at = partEnd(text, at, code);
    if (at === -1) return -1;
  }
  return Math.min(at, text.length);
}

function partEnd(text: string, at: number, code: number): number {
  if (code === BACKSLASH) return at + 2;
  if (code === SINGLE_QUOTE) return afterQuote(text, at);
  if (code === DOUBLE_QUOTE) return afterDoubleQuote(text, at + 1);
  if (code === DOLLAR && text.charCodeAt(at + 1) === OPEN_BRACE) return afterBraces(text, at);
  return at + 1;
}

function afterQuote(text: string, at: number): number {
  const close = text.indexOf("'", at + 1);
  return close === -1 ? -1 : close + 1;
}

function afterDoubleQuote(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === DOUBLE_QUOTE) return at + 1;
    if (code === BACKSLASH) at += 2;
    else if (code === DOLLAR && text.charCodeAt(at + 1) === OPEN_BRACE) at = afterBraces(text, at);
    else at += 1;
    if (at === -1) return -1;
  }
  return -1;
}

/** Where a `${…}` ends, or -1 where the builder cannot read it. */
function afterBraces(text: string, from: number): number {
  let at = from + 2;
  let depth = 1;
  while (at < text.length && depth > 0) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at += 1;
    else if (code === OPEN_BRACE && text.charCodeAt(at - 1) === DOLLAR) depth += 1;
    else if (code === 125) depth -= 1;
    at += 1;
  }
  if (depth > 0) return -1;
  const { error } = expandText(text.slice(from, at), BACKSLASH, () => ({ kind: "unknown" }));
  return error === undefined ? at : -1;
}

function skipInlineBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && (text.charCodeAt(at) === TAB || text.charCodeAt(at) === 32)) at += 1;
  return at;
}

/** The heredoc that a word opens: digits, `<<`, an optional dash, and a word that holds no `<`. */
function openingOf(line: LogicalLine, start: number, end: number): Opening | undefined {
  const { text } = line;
  let at = start;
  while (at < end && isDigit(text.charCodeAt(at))) at += 1;
  const descriptor = text.slice(start, at);
  if (text.charCodeAt(at) !== LESS_THAN || text.charCodeAt(at + 1) !== LESS_THAN) return undefined;
  at += 2;
  const stripTabs = text.charCodeAt(at) === DASH;
  if (stripTabs) at += 1;
  const written = text.slice(skipSpaces(text, at, end), end);
  if (written === "" || written.includes("<")) return undefined;
  const name = removeQuotes(written, BACKSLASH);
  if (name === "") return undefined;
  return {
    span: line.sourceSpan(start, end),
    name,
    expand: !written.includes("'") && !written.includes('"'),
    stripTabs,
    fileDescriptor: descriptor === "" ? 0 : Number(descriptor.slice(0, 9)),
  };
}
