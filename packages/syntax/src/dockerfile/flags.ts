import { DASH, DOUBLE_QUOTE, EQUALS, SINGLE_QUOTE, isSpace, skipSpaces } from "./characters.ts";
import type { Dockerfile, Flag } from "./nodes.ts";
import { MAX_WORDS, type Scan, wordAt } from "./words.ts";

/** The flags before the arguments, and where the arguments start in the logical line. */
export interface FlagScan {
  readonly flags: readonly Flag[];
  readonly next: number;
}

/** Reads `--name[=value]` words up to the first word that is none; a lone `--` ends them and is dropped. */
export function scanFlags(scan: Scan, start: number): FlagScan {
  const { text } = scan.line;
  const flags: Flag[] = [];
  let at = skipSpaces(text, start, text.length);
  while (text.charCodeAt(at) === DASH && text.charCodeAt(at + 1) === DASH && flags.length < MAX_WORDS) {
    const end = flagEnd(scan, at);
    if (end === at + 2) return { flags, next: skipSpaces(text, end, text.length) };
    flags.push(flagAt(scan, at, end));
    at = skipSpaces(text, end, text.length);
  }
  return { flags, next: at };
}

/** Unlike in a word of ENV, the escape character works in single quotes too. */
function flagEnd(scan: Scan, from: number): number {
  const { text } = scan.line;
  let quote = 0;
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === scan.escapeCode) at += 1;
    else if (quote !== 0) quote = code === quote ? 0 : quote;
    else if (code === SINGLE_QUOTE || code === DOUBLE_QUOTE) quote = code;
    else if (isSpace(code)) break;
    at += 1;
  }
  return Math.min(at, text.length);
}

function flagAt(scan: Scan, start: number, end: number): Flag {
  const { text } = scan.line;
  let equals = start;
  while (equals < end && text.charCodeAt(equals) !== EQUALS) equals += 1;
  const span = scan.line.sourceSpan(start, end);
  const value = equals < end ? wordAt(scan, equals + 1, end) : undefined;
  const name = flagText(text.slice(start + 2, equals), scan.escapeCode).toLowerCase();
  return { ...span, name, value };
}

/** The value of a flag without its quotes and escapes; variables are kept. `undefined` for a flag without a value. */
export function flagValue(flag: Flag, escape: Dockerfile["escape"] = "\\"): string | undefined {
  return flag.value === undefined ? undefined : flagText(flag.value.text, escape.charCodeAt(0));
}

/** Unlike in other words, the escape character works in both kinds of quotes, and a quote need not be closed. */
export function flagText(text: string, escapeCode: number): string {
  let result = "";
  let quote = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === escapeCode) {
      at += 1;
      result += text.charAt(at);
    } else if (quote !== 0 && code === quote) quote = 0;
    else if (quote === 0 && (code === SINGLE_QUOTE || code === DOUBLE_QUOTE)) quote = code;
    else result += text.charAt(at);
  }
  return result;
}
