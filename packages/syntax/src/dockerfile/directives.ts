import { EQUALS, HASH, isAsciiLetter, isDigit, skipSpaces, trimEnd } from "./characters.ts";
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
  const equals = skipSpaces(text, nameEnd, end);
  if (equals >= end || text.charCodeAt(equals) !== EQUALS) return undefined;
  const valueEnd = trimEnd(text, equals + 1, end);
  const valueStart = skipSpaces(text, equals + 1, valueEnd);
  if (valueStart >= valueEnd) return undefined;
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
