import { type SyntaxNode, type Word, forEachChild } from "unbash";
import type { ShellWord } from "./nodes.ts";
import type { TextMap } from "./text-map.ts";

const MAX_DEPTH = 64;
const LITERAL_PARTS: ReadonlySet<string> = new Set([
  "Literal",
  "SingleQuoted",
  "AnsiCQuoted",
  "Glob",
  "ExtendedGlob",
  "BraceExpansion",
]);

const NONE: readonly string[] = [];

/** What a word holds besides characters. */
interface Contents {
  expands: boolean;
  readonly variables: Set<string>;
}

/** Our own form of a word of the shell parser. */
export function shellWord(word: Word, map: TextMap): ShellWord {
  const { start, end } = map.sourceSpan(word.pos, word.end);
  const { text: raw, value, parts } = word;
  if (parts === undefined) return { start, end, raw, value, literal: value, variables: NONE };
  const contents: Contents = { expands: false, variables: new Set() };
  for (const part of parts) inspect(part, contents, 0);
  const literal = contents.expands ? undefined : value;
  return { start, end, raw, value, literal, variables: [...contents.variables] };
}

function inspect(node: SyntaxNode, contents: Contents, depth: number): void {
  if (node.type === "SimpleExpansion") {
    contents.expands = true;
    contents.variables.add(node.text.slice(1));
    return;
  }
  if (node.type === "ParameterExpansion") {
    contents.variables.add(node.parameter);
    contents.expands = true;
  } else if (node.type === "CommandExpansion" || node.type === "ProcessSubstitution") {
    contents.expands = true;
    return;
  } else if (!LITERAL_PARTS.has(node.type) && node.type !== "DoubleQuoted" && node.type !== "LocaleString") {
    contents.expands = true;
  }
  if (depth >= MAX_DEPTH) {
    contents.expands = true;
    return;
  }
  forEachChild(node, (child) => {
    inspect(child, contents, depth + 1);
  });
}
