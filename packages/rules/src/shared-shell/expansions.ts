import type { ShellWord, Span } from "@plimsoll/syntax";

/** A `$name`, `${…}`, `$(…)` or `` `…` `` of a word. */
export interface Expansion {
  readonly kind: "variable" | "command";
  /** The variable; for `${#x}` and the like with what stands before it, such as `#x`. Empty for a command. */
  readonly name: string;
  /** As written. */
  readonly text: string;
  /** Where it starts in the raw word. */
  readonly offset: number;
  /** True between double quotes. */
  readonly quoted: boolean;
}

/** The expansions of a word that stand in no other expansion, in order. */
export function expansionsOf(raw: string): readonly Expansion[] {
  const found: Expansion[] = [];
  let quoted = false;
  let at = 0;
  while (at < raw.length) {
    const letter = raw.charAt(at);
    if (letter === "\\") at += 2;
    else if (letter === '"') {
      quoted = !quoted;
      at += 1;
    } else if (letter === "'" && !quoted) at = afterQuote(raw, at);
    else if (letter === "$" || letter === "`") {
      const end = expansionEnd(raw, at, quoted);
      const expansion = expansionAt(raw, at, end);
      if (expansion !== undefined) found.push({ ...expansion, offset: at, quoted });
      at = end;
    } else at += 1;
  }
  return found;
}

function expansionAt(
  raw: string,
  at: number,
  end: number,
): Pick<Expansion, "kind" | "name" | "text"> | undefined {
  const text = raw.slice(at, end);
  if (text.startsWith("`") || (text.startsWith("$(") && !text.startsWith("$((")))
    return { kind: "command", name: "", text };
  if (text.startsWith("${"))
    return { kind: "variable", name: /^[#!]?[A-Za-z0-9_@*?$!#-]+/.exec(text.slice(2))?.[0] ?? "", text };
  const name = /^\$([A-Za-z_][A-Za-z0-9_]*|[0-9@*#?$!-])$/.exec(text)?.[1];
  return name === undefined ? undefined : { kind: "variable", name, text };
}

/** Where the expansion ends that starts here; a lone `$` ends at once. */
function expansionEnd(raw: string, at: number, quoted: boolean): number {
  if (raw.charAt(at) === "`") return afterBacktick(raw, at + 1);
  const next = raw.charAt(at + 1);
  if (next === "(") return afterBracket(raw, at + 1, "(", ")");
  if (next === "{") return afterBracket(raw, at + 1, "{", "}");
  if (next === "'" && !quoted) return afterQuote(raw, at + 1);
  if (/[0-9@*#?$!-]/.test(next)) return at + 2;
  let end = at + 1;
  while (/[A-Za-z0-9_]/.test(raw.charAt(end))) end += 1;
  return end;
}

function afterQuote(raw: string, at: number): number {
  const end = raw.indexOf("'", at + 1);
  return end === -1 ? raw.length : end + 1;
}

function afterBacktick(raw: string, from: number): number {
  let at = from;
  while (at < raw.length && raw.charAt(at) !== "`") at += raw.charAt(at) === "\\" ? 2 : 1;
  return Math.min(at + 1, raw.length);
}

/** Nested brackets and quotes are passed over; a quote that does not end takes the rest. */
function afterBracket(raw: string, from: number, open: string, close: string): number {
  let depth = 0;
  let double = false;
  for (let at = from; at < raw.length; at += 1) {
    const letter = raw.charAt(at);
    if (letter === "\\") at += 1;
    else if (letter === '"') double = !double;
    else if (letter === "'" && !double) at = afterQuote(raw, at) - 1;
    else if (letter === open) depth += 1;
    else if (letter === close) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return raw.length;
}

/** Where a part of a raw word stands in the file; the whole word where a continuation breaks it. */
export function spanInWord(word: ShellWord, offset: number, length: number): Span {
  const { start, end, raw } = word;
  if (end - start !== raw.length) return { start, end };
  return { start: start + offset, end: start + offset + length };
}
