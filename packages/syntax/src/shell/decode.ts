import { LogicalLineBuilder } from "../dockerfile/logical-line-builder.ts";
import type { LogicalLine } from "../dockerfile/logical-line.ts";

/**
 * The text of a word once the shell has removed its quotes, with the place of every character in `raw`. Variables stay as
 * written. `undefined` where the word holds something else that is expanded, or `$'…'`.
 */
export function decodeWord(raw: string): LogicalLine | undefined {
  const builder = new LogicalLineBuilder();
  let quote = "";
  let at = 0;
  while (at < raw.length) {
    const character = raw.charAt(at);
    if (character === quote) {
      quote = "";
      at += 1;
    } else if (quote === "" && (character === "'" || character === '"')) {
      quote = character;
      at += 1;
    } else if (quote !== "'" && startsExpansion(raw, at, quote)) return undefined;
    else if (character === "\\" && quote !== "'") at = addEscape(builder, raw, at, quote);
    else {
      builder.add(character, at);
      at += 1;
    }
  }
  return quote === "" ? builder.build(0) : undefined;
}

/** True for a command substitution, and for `$'…'` and `$"…"` outside quotes. */
function startsExpansion(raw: string, at: number, quote: string): boolean {
  const character = raw.charAt(at);
  if (character === "`") return true;
  if (character !== "$") return false;
  const next = raw.charAt(at + 1);
  return next === "(" || (quote === "" && (next === "'" || next === '"'));
}

function addEscape(builder: LogicalLineBuilder, raw: string, at: number, quote: string): number {
  const next = raw.charAt(at + 1);
  if (next === "\n") return at + 2;
  const escapes = quote === "" || next === '"' || next === "$" || next === "`" || next === "\\";
  if (escapes && next !== "") builder.addEscape(next, at, 2);
  else builder.add(raw.slice(at, at + 2), at);
  return at + 2;
}

/** The string of a JSON literal (quotes included in `raw`) with the place of every character in `raw`. The literal is known to be valid. */
export function decodeJsonString(raw: string): LogicalLine {
  const builder = new LogicalLineBuilder();
  let at = 1;
  while (at < raw.length - 1) {
    const length = raw.charAt(at) === "\\" ? (raw.charAt(at + 1) === "u" ? 6 : 2) : 1;
    if (length === 1) builder.add(raw.charAt(at), at);
    else builder.addEscape(jsonEscape(raw.slice(at, at + length)), at, length);
    at += length;
  }
  return builder.build(1);
}

function jsonEscape(text: string): string {
  const letter = text.charAt(1);
  if (letter === "u") return String.fromCharCode(Number.parseInt(text.slice(2), 16));
  const index = "bfnrt".indexOf(letter);
  return index === -1 ? letter : "\b\f\n\r\t".charAt(index);
}

/** The script between backticks, whose `\`` and `\\` the shell undoes before it reads it, with places in `raw` (backticks included). */
export function decodeBackticks(raw: string): LogicalLine {
  const builder = new LogicalLineBuilder();
  const end = raw.endsWith("`") ? raw.length - 1 : raw.length;
  let at = 1;
  while (at < end) {
    const next = raw.charAt(at + 1);
    const escapes = raw.charAt(at) === "\\" && (next === "`" || next === "\\" || next === "$");
    if (escapes) builder.addEscape(next, at, 2);
    else builder.add(raw.charAt(at), at);
    at += escapes ? 2 : 1;
  }
  return builder.build(1);
}
