import { BACKSLASH, DOUBLE_QUOTE, OPEN_BRACKET, skipSpaces } from "./characters.ts";
import type { Word } from "./nodes.ts";
import { MAX_WORDS, type Scan, wordAt } from "./words.ts";

/** `none`: no JSON array, so shell form. `mixed`: an array that holds something else than strings, which the builder refuses. */
export type JsonForm =
  | { readonly kind: "none" }
  | { readonly kind: "mixed" }
  | { readonly kind: "strings"; readonly words: readonly Word[] };

const NONE: JsonForm = { kind: "none" };

/** Reads the arguments from `start` to `end` of the logical line as a JSON array. */
export function scanJsonForm(scan: Scan, start: number, end: number): JsonForm {
  const { text } = scan.line;
  const open = skipSpaces(text, start, end);
  if (open >= end || text.charCodeAt(open) !== OPEN_BRACKET) return NONE;
  const values = decodeArray(text.slice(open, end));
  if (values === undefined) return NONE;
  if (!values.every((value) => typeof value === "string")) return { kind: "mixed" };
  return { kind: "strings", words: locateStrings(scan, open + 1, values) };
}

function decodeArray(text: string): readonly unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The array is known to be valid and to hold strings only, so quotes are found by walking over escapes. */
function locateStrings(scan: Scan, from: number, values: readonly string[]): readonly Word[] {
  const { text } = scan.line;
  const words: Word[] = [];
  let at = from;
  for (const value of values.slice(0, MAX_WORDS)) {
    const start = text.indexOf('"', at);
    let end = start + 1;
    while (end < text.length && text.charCodeAt(end) !== DOUBLE_QUOTE) {
      end += text.charCodeAt(end) === BACKSLASH ? 2 : 1;
    }
    at = end + 1;
    words.push(wordAt(scan, start, at, value));
  }
  return words;
}
