import type { Instruction, Span } from "@plimsoll/syntax";
import type { OpenFile } from "../document/open-file.ts";
import type { FeatureContext } from "../feature-context.ts";

/** Where something is completed, and by what. */
export interface CompletionPlace {
  readonly file: OpenFile;
  readonly offset: number;
  readonly context: FeatureContext;
  /** Whether the client takes snippets. */
  readonly snippets: boolean;
}

/** The word around an offset, and the words of the instruction before it. */
export interface WordPlace {
  readonly span: Span;
  readonly text: string;
  /** The part before the cursor. */
  readonly typed: string;
  readonly before: readonly string[];
}

const MAXIMUM_INSTRUCTION = 20_000;

/** The word of an instruction at an offset. */
export function wordAt(text: string, offset: number, { keywordSpan }: Instruction): WordPlace {
  const from = Math.max(keywordSpan.end, offset - MAXIMUM_INSTRUCTION);
  let start = offset;
  while (start > from && !isBlank(text.charAt(start - 1))) start -= 1;
  let end = offset;
  while (end < text.length && !isBlank(text.charAt(end))) end += 1;
  const before = text
    .slice(from, start)
    .split(/\s/)
    .filter((word) => word !== "" && word !== "\\" && word !== "`");
  return { span: { start, end }, text: text.slice(start, end), typed: text.slice(start, offset), before };
}

function isBlank(character: string): boolean {
  return character === " " || character === "\t" || character === "\n" || character === "\r";
}
