/** What stands on a line of block YAML, by columns from 0. */
export interface LineLayout {
  /** Column of the first thing on the line. */
  readonly first: number;
  /** Columns of the `-` of list items, from the left. */
  readonly dashes: readonly number[];
  /** Column of what follows the dashes; the end of the line where nothing does. */
  readonly column: number;
  /** The key there, without quotes; undefined where there is none. */
  readonly key: string | undefined;
  /** Column after the colon of the key; undefined where there is none. */
  readonly afterColon: number | undefined;
  /** The value behind the key, or the text without a key: without comment and blanks. */
  readonly value: string;
  /** Column at which the value starts. */
  readonly valueColumn: number;
}

/** A longer line is read as far as this. */
const MAXIMUM_LINE = 4000;
const MAXIMUM_DASHES = 20;

/** The layout of a line; undefined for one that is blank, a comment, or indented with tabs. */
export function lineLayout(written: string): LineLayout | undefined {
  const line = written.length > MAXIMUM_LINE ? written.slice(0, MAXIMUM_LINE) : written;
  const first = skipBlanks(line, 0);
  if (first >= line.length || line[first] === "#" || line[first] === "\t") return undefined;
  const dashes: number[] = [];
  let column = first;
  while (isDash(line, column) && dashes.length < MAXIMUM_DASHES) {
    dashes.push(column);
    column = skipBlanks(line, column + 1);
  }
  const end = contentEnd(line, column);
  const colon = keyColon(line, column, end);
  const from = colon === undefined ? column : skipBlanks(line, colon + 1);
  return {
    first,
    dashes,
    column,
    key: colon === undefined ? undefined : keyText(line.slice(column, colon)),
    afterColon: colon === undefined ? undefined : colon + 1,
    value: line.slice(Math.min(from, end), end),
    valueColumn: from,
  };
}

/** Where the content of a line ends: before its comment and the blanks there. A `#` in quotes is no comment. */
function contentEnd(line: string, from: number): number {
  let end = line.length;
  for (let at = from; at < line.length; at += 1) {
    const character = line.charAt(at);
    if (isQuote(character) && startsToken(line, at)) at = quoteEnd(line, at);
    else if (character === "#" && (at === from || isBlank(line[at - 1]))) {
      end = at;
      break;
    }
  }
  while (end > from && isBlank(line[end - 1])) end -= 1;
  return end;
}

/** Where the quote that starts at an offset ends; the end of the line where it does not. */
function quoteEnd(line: string, start: number): number {
  const quote = line.charAt(start);
  for (let at = start + 1; at < line.length; at += 1) {
    if (line.charAt(at) === quote) return at;
    if (quote === '"' && line.charAt(at) === "\\") at += 1;
  }
  return line.length;
}

function isQuote(character: string): boolean {
  return character === '"' || character === "'";
}

/** Inside a plain scalar a quote is a character like others. */
function startsToken(line: string, at: number): boolean {
  const before = line[at - 1];
  return before === undefined || isBlank(before) || "[{,:".includes(before);
}

/** The colon that ends a key: one before a blank or the end. */
function keyColon(line: string, from: number, end: number): number | undefined {
  let at = from;
  const quote = line.charAt(from);
  if (quote === "[" || quote === "{") return undefined;
  if (quote === '"' || quote === "'") {
    at = line.indexOf(quote, from + 1) + 1;
    return at > 0 && line[at] === ":" && endsKey(line, at) ? at : undefined;
  }
  for (; at < end; at += 1) if (line[at] === ":" && endsKey(line, at)) return at;
  return undefined;
}

function endsKey(line: string, colon: number): boolean {
  const next = line[colon + 1];
  return next === undefined || isBlank(next);
}

function keyText(written: string): string {
  const text = written.trim();
  const quote = text.charAt(0);
  const isQuoted = (quote === '"' || quote === "'") && text.length > 1 && text.endsWith(quote);
  return isQuoted ? text.slice(1, -1) : text;
}

function isDash(line: string, at: number): boolean {
  return line[at] === "-" && (line[at + 1] === undefined || isBlank(line[at + 1]));
}

function skipBlanks(line: string, from: number): number {
  let at = from;
  while (line[at] === " ") at += 1;
  return at;
}

function isBlank(character: string | undefined): boolean {
  return character === " " || character === "\t" || character === "\r";
}
