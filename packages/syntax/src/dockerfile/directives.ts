import { EQUALS, HASH, isAsciiLetter, isDigit, isBlank, skipSpaces } from "./characters.ts";
import type { Directive } from "./nodes.ts";

const KNOWN: ReadonlySet<string> = new Set(["syntax", "escape", "check"]);

/** The parser directive on the line from `start` to `end`, or undefined where the line is none (an unknown name is a comment). */
export function scanDirective(text: string, start: number, end: number): Directive | undefined {
  const hash = skipSpaces(text, start, end);
  if (hash >= end || text.charCodeAt(hash) !== HASH) return undefined;
  const nameStart = skipSpaces(text, hash + 1, end);
  const nameEnd = nameEndAt(text, nameStart, end);
  const name = text.slice(nameStart, nameEnd).toLowerCase();
  if (!KNOWN.has(name)) return undefined;
  const equals = skipDirectiveSpaces(text, nameEnd, end);
  if (equals >= end || text.charCodeAt(equals) !== EQUALS) return undefined;
  if (equals + 1 >= end) return undefined;
  let trimmed = end;
  while (trimmed > equals + 1 && isDirectiveSpace(text.charCodeAt(trimmed - 1))) trimmed -= 1;
  // Of nothing but blanks, the first one is the value.
  const valueEnd = Math.max(trimmed, equals + 2);
  const valueStart = trimmed > equals + 1 ? skipDirectiveSpaces(text, equals + 1, trimmed) : equals + 1;
  return {
    start: hash,
    end: valueEnd,
    name,
    value: text.slice(valueStart, valueEnd),
    valueSpan: { start: valueStart, end: valueEnd },
  };
}

function nameEndAt(text: string, start: number, end: number): number {
  let at = start;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (!isAsciiLetter(code) && !(at > start && isDigit(code))) break;
    at += 1;
  }
  return at;
}

/** Narrower than what separates a keyword from its arguments: no vertical tab. */
function isDirectiveSpace(code: number): boolean {
  return isBlank(code) && code !== 11;
}

function skipDirectiveSpaces(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isDirectiveSpace(text.charCodeAt(at))) at += 1;
  return at;
}
