import type { InputSpec } from "./input-spec.ts";

/** A value that was read, or why it cannot be. Reasons never repeat the value of a secret. */
export type ParsedValue =
  | { readonly value: string | boolean | number | readonly string[] | undefined }
  | { readonly problem: string };

/** Entries of one list. */
const MAXIMUM_ENTRIES = 10_000;
const MAXIMUM_SHOWN = 80;

const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ["true", true],
  ["yes", true],
  ["on", true],
  ["false", false],
  ["no", false],
  ["off", false],
]);

/** Reads the text of one input. An empty text is an absent one. */
export function parseValue(spec: Exclude<InputSpec, { kind: "alias" }>, text: string): ParsedValue {
  if (spec.kind === "list") return entriesOf(spec, splitList(text));
  if (spec.kind === "lines" || spec.kind === "secret-lines") return entriesOf(spec, splitLines(text));
  if (spec.kind === "some-of") {
    const entries = splitList(text);
    return entries.length === 0 ? entriesOf(spec, entries) : wordsOf(entries, spec.values);
  }
  const trimmed = text.trim();
  if (trimmed === "") return spec.required ? REQUIRED : { value: undefined };
  if (spec.kind === "one-of") return wordOf(trimmed, spec.values);
  if (spec.kind === "flag") return flagOf(trimmed);
  if (spec.kind === "count" || spec.kind === "number") return numberOf(spec, trimmed);
  return { value: trimmed };
}

const REQUIRED: ParsedValue = { problem: "is required" };

function entriesOf({ required }: InputSpec, entries: readonly string[]): ParsedValue {
  if (entries.length === 0 && required) return REQUIRED;
  if (entries.length > MAXIMUM_ENTRIES) return { problem: `has more than ${MAXIMUM_ENTRIES} entries` };
  return { value: entries };
}

function flagOf(text: string): ParsedValue {
  const value = FLAGS.get(text.toLowerCase());
  return value === undefined ? { problem: `must be true or false, not ${shown(text)}` } : { value };
}

function wordOf(text: string, values: readonly string[]): ParsedValue {
  if (values.includes(text)) return { value: text };
  return { problem: `must be one of ${values.join(", ")}, not ${shown(text)}` };
}

function wordsOf(entries: readonly string[], values: readonly string[]): ParsedValue {
  const unknown = entries.find((entry) => !values.includes(entry));
  if (unknown !== undefined) return { problem: `takes ${values.join(", ")}, not ${shown(unknown)}` };
  return { value: [...new Set(entries)] };
}

const DECIMAL = /^-?\d{1,15}(?:\.\d{1,15})?$/;

function numberOf(
  { kind, minimum, maximum }: { readonly kind: string; readonly minimum: number; readonly maximum: number },
  text: string,
): ParsedValue {
  const value = Number(text);
  const isNumber = DECIMAL.test(text) && (kind === "number" || Number.isInteger(value));
  if (isNumber && value >= minimum && value <= maximum) return { value };
  const what = kind === "count" ? "a whole number" : "a number";
  return { problem: `must be ${what} from ${minimum} to ${maximum}, not ${shown(text)}` };
}

/** Entries divided by line ends or commas. A `#` at the start or after white space begins a comment. */
export function splitList(text: string): readonly string[] {
  return text
    .split(/\r?\n/u)
    .flatMap((line) => withoutComment(line).split(","))
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");
}

/** One entry a line; lines that begin with `#` are comments. */
export function splitLines(text: string): readonly string[] {
  return text
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
}

function withoutComment(line: string): string {
  for (let at = line.indexOf("#"); at >= 0; at = line.indexOf("#", at + 1)) {
    const before = line.charAt(at - 1);
    if (at === 0 || before === " " || before === "\t" || before === ",") return line.slice(0, at);
  }
  return line;
}

function shown(text: string): string {
  return JSON.stringify(text.length > MAXIMUM_SHOWN ? `${text.slice(0, MAXIMUM_SHOWN)}…` : text);
}
