import { resolveWord, type Dockerfile, type Instruction, type Span, type Word } from "@plimsoll/syntax";
import { lastOf } from "../shared-stages/final-image.ts";

/** The USER that the resulting image runs as. */
export interface FinalUser {
  readonly instruction: Instruction;
  readonly word: Word;
  /** The name or number before the colon; undefined where a variable leaves it unknown. */
  readonly user: string | undefined;
  /** The group after the colon, where there is one and it is known. */
  readonly group: string | undefined;
  /** Where user and group stand; the whole word where they come out of a variable. */
  readonly userSpan: Span;
  readonly groupSpan: Span;
  /** True where the word stands in the file as it is, without quotes and variables. */
  readonly literal: boolean;
}

/** The last USER of the resulting image, with variables put in; undefined where there is none. */
export function finalUser(file: Dockerfile): FinalUser | undefined {
  const instruction = lastOf(file, "USER");
  const word = instruction?.words[0];
  if (instruction === undefined || word === undefined) return undefined;
  const { text, unresolved, error } = resolveWord(file, instruction, word);
  const known = unresolved.length === 0 && error === undefined;
  const literal = word.raw === text;
  const colon = text.indexOf(":");
  const cut = colon === -1 ? text.length : colon;
  return {
    instruction,
    word,
    user: known ? text.slice(0, cut) : undefined,
    group: known && colon !== -1 ? text.slice(colon + 1) : undefined,
    userSpan: literal ? { start: word.start, end: word.start + cut } : word,
    groupSpan: literal && colon !== -1 ? { start: word.start + colon + 1, end: word.end } : word,
    literal,
  };
}

const ROOT_NAMES = new Set(["root", "containeradministrator", "administrator", "nt authority\\system"]);

/** True for root, for every spelling of number 0, and for the administrators of Windows containers. */
export function isRootName(name: string): boolean {
  return isZero(name) || ROOT_NAMES.has(name.toLowerCase());
}

export function isNumber(text: string): boolean {
  return /^[0-9]+$/.test(text);
}

function isZero(text: string): boolean {
  return /^0+$/.test(text);
}
