import { BACKSLASH, DASH, LESS_THAN, TAB, isDigit, skipSpaces } from "./characters.ts";
import { removeQuotes } from "./expand.ts";
import { HeredocWordScanner } from "./heredoc-words.ts";
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
  const scanner = new HeredocWordScanner(line.text);
  while (scanner.next() && found.length < MAX_HEREDOCS) {
    if (scanner.losesStart) continue;
    const opening = openingOf(line, scanner.start, scanner.end);
    if (opening !== undefined) found.push(opening);
  }
  // A quote or a substitution that is not closed: BuildKit then looks for no heredoc in the line at all.
  return scanner.failed ? [] : found;
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
