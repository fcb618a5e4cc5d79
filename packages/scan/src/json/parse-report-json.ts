import { CodedError } from "@plimsoll/core";
import { parseJson } from "@plimsoll/syntax";

/** Where a text came from and how much of it is read. */
export interface JsonSource {
  /** Name for messages. */
  readonly file: string;
  /** Longest text that is read, in UTF-16 code units. */
  readonly maximumLength?: number;
  /** Deepest nesting of lists and objects that is read. */
  readonly maximumDepth?: number;
}

/** 256 Mi characters: half of the longest text that the engine can hold, and far above any report that was seen. */
export const MAXIMUM_REPORT_LENGTH: number = 256 * 1024 * 1024;
export const MAXIMUM_REPORT_DEPTH = 200;
/** Longest broken text in which the place of the fault is looked for. */
const LONGEST_SEARCHED = 8 * 1024 * 1024;

/**
 * Parses JSON from outside. Size and depth are judged before the parser sees the text.
 * @throws CodedError `scan/report-too-large`, `scan/report-too-deep`, `scan/report-empty`, `scan/report-not-json`
 */
export function parseReportJson(text: string, source: JsonSource): unknown {
  const { file, maximumLength = MAXIMUM_REPORT_LENGTH, maximumDepth = MAXIMUM_REPORT_DEPTH } = source;
  if (text.length > maximumLength) {
    throw new CodedError({
      code: "scan/report-too-large",
      message: `${file} is longer than ${maximumLength} characters.`,
      nextStep: "Split the report, or scan fewer targets at once.",
    });
  }
  const plain = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const deep = offsetBelow(plain, maximumDepth);
  if (deep !== undefined) {
    throw new CodedError({
      code: "scan/report-too-deep",
      message: `${file}, ${placeOf(plain, deep)}: nested deeper than ${maximumDepth} levels.`,
      nextStep: "No scanner writes such a report: look at where the file comes from.",
    });
  }
  if (plain.trim() === "") {
    throw new CodedError({
      code: "scan/report-empty",
      message: `${file} is empty.`,
      nextStep: "Look at the scanner's exit code and its messages: it wrote no report.",
    });
  }
  try {
    const value: unknown = JSON.parse(plain);
    return value;
  } catch (cause) {
    throw new CodedError({
      code: "scan/report-not-json",
      message: `${file}${faultIn(plain, cause)}`,
      nextStep: "Write the report again; a scanner that was stopped leaves half a file.",
      cause,
    });
  }
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
function faultIn(text: string, cause: unknown): string {
  const problem = text.length > LONGEST_SEARCHED ? undefined : parseJson(text).problems[0];
  if (problem !== undefined) return `, ${placeOf(text, problem.start)}: not JSON: ${problem.message}`;
  const position = cause instanceof SyntaxError ? /position (\d{1,12})/.exec(cause.message)?.[1] : undefined;
  return position === undefined ? " is not JSON." : `, ${placeOf(text, Number(position))}: not JSON.`;
}

/** Line and column, from 1; the column counts UTF-16 code units. */
function placeOf(text: string, offset: number): string {
  let line = 1;
  let start = 0;
  for (;;) {
    const end = text.indexOf("\n", start);
    if (end === -1 || end >= offset) return `line ${line}, column ${offset - start + 1}`;
    line += 1;
    start = end + 1;
  }
}
