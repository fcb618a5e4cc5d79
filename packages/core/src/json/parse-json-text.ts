import { parseJson } from "@plimsoll/syntax";

/** How much of a JSON text is read. */
export interface JsonLimits {
  /** In UTF-16 code units. */
  readonly maximumLength: number;
  /** Nesting of lists and objects. */
  readonly maximumDepth: number;
}

export type JsonProblemKind = "too-large" | "too-deep" | "empty" | "not-json";

/** Why a text is not read as JSON; line and column count from 1, and are 0 where the place is not known. */
export interface JsonProblem {
  readonly kind: JsonProblemKind;
  /** A sentence without the place. */
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

export type ParsedJsonText = { readonly value: unknown } | { readonly problem: JsonProblem };

/** 256 Mi characters: half of the longest text that the engine can hold, and far above any report that was seen. */
export const REPORT_LIMITS: JsonLimits = { maximumLength: 256 * 1024 * 1024, maximumDepth: 200 };

/** Longest broken text in which the place of the fault is looked for. */
const LONGEST_SEARCHED = 8 * 1024 * 1024;

/** Parses JSON from outside. Size and depth are judged before the parser, which recurses, sees the text. */
export function parseJsonText(text: string, limits: JsonLimits = REPORT_LIMITS): ParsedJsonText {
  if (text.length > limits.maximumLength) {
    return noPlace("too-large", `The text is longer than ${limits.maximumLength} characters.`);
  }
  const plain = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const deep = offsetBelow(plain, limits.maximumDepth);
  if (deep !== undefined) {
    const message = `Values nest deeper than ${limits.maximumDepth} levels.`;
    return { problem: { kind: "too-deep", message, ...placeOf(plain, deep) } };
  }
  if (plain.trim() === "") return noPlace("empty", "The text is empty.");
  try {
    const value: unknown = JSON.parse(plain);
    return { value };
  } catch (cause) {
    return { problem: faultIn(plain, cause) };
  }
}

function noPlace(kind: JsonProblemKind, message: string): ParsedJsonText {
  return { problem: { kind, message, line: 0, column: 0 } };
}

/** Offset of the first bracket that stands deeper than allowed. One pass; text in quotes is skipped. */
function offsetBelow(text: string, maximumDepth: number): number | undefined {
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0x22) index = endOfText(text, index);
    else if (code === 0x7b || code === 0x5b) {
      depth += 1;
      if (depth > maximumDepth) return index;
    } else if (code === 0x7d || code === 0x5d) depth -= 1;
  }
  return undefined;
}

/** Offset of the quote that ends the text which starts at `start`; the end of the file where none does. */
function endOfText(text: string, start: number): number {
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote === -1) return text.length;
    let slashes = 0;
    while (text.charCodeAt(quote - 1 - slashes) === 0x5c) slashes += 1;
    if (slashes % 2 === 0) return quote;
    from = quote + 1;
  }
}

/** Where and why a text is no JSON: by our own reader, or by the engine's word where the text is long. */
function faultIn(text: string, cause: unknown): JsonProblem {
  const found = text.length > LONGEST_SEARCHED ? undefined : parseJson(text).problems[0];
  if (found !== undefined) {
    return { kind: "not-json", message: `Not JSON: ${found.message}`, ...placeOf(text, found.start) };
  }
  const position = cause instanceof SyntaxError ? /position (\d{1,12})/.exec(cause.message)?.[1] : undefined;
  const place = position === undefined ? { line: 0, column: 0 } : placeOf(text, Number(position));
  return { kind: "not-json", message: "Not JSON.", ...place };
}

/** Line and column, from 1; the column counts UTF-16 code units. */
function placeOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  let line = 1;
  let start = 0;
  for (;;) {
    const end = text.indexOf("\n", start);
    if (end === -1 || end >= offset) return { line, column: offset - start + 1 };
    line += 1;
    start = end + 1;
  }
}
