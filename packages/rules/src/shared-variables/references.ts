import type { Dockerfile, Span, Word } from "@plimsoll/syntax";

/** A variable in a word of an instruction. */
export interface VariableReference {
  readonly name: string;
  /** `$name`, or `${name` up to the end of the name; the whole word where a continuation breaks it. */
  readonly at: Span;
  /** True for `${name:-x}`, `${name:+x}` and their kin, which say what holds without a value. */
  readonly guarded: boolean;
}

const NAME = /[A-Za-z_][A-Za-z0-9_]*/y;

/** The variables that the builder puts into a word, in order. Those in single quotes or after an escape are none. */
export function variableReferences(word: Word, escape: Dockerfile["escape"]): readonly VariableReference[] {
  const { text } = word;
  if (!text.includes("$")) return [];
  const found: VariableReference[] = [];
  let single = false;
  let double = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if (letter === escape && !single) at += 1;
    else if (letter === '"' && !single) double = !double;
    else if (letter === "'" && !double) single = !single;
    else if (letter === "$" && !single) {
      const reference = referenceAt(word, at);
      if (reference !== undefined) found.push(reference);
    }
  }
  return found;
}

function referenceAt(word: Word, dollar: number): VariableReference | undefined {
  const { text, start, raw } = word;
  const from = text.charAt(dollar + 1) === "{" ? dollar + 2 : dollar + 1;
  NAME.lastIndex = from;
  const name = NAME.exec(text)?.[0];
  if (name === undefined) return undefined;
  const end = from + name.length;
  const guarded = from === dollar + 2 && /^:?[-+?]/.test(text.slice(end, end + 2));
  const at =
    raw === text ? { start: start + dollar, end: start + end } : { start: word.start, end: word.end };
  return { name, at, guarded };
}
