import type { Span, TextEdit } from "@plimsoll/syntax";

/** A word of a command line with its place in the document. */
export interface CommandWord {
  /** Undefined where it is decided when the container starts. */
  readonly text: string | undefined;
  /** As written, variables kept. */
  readonly raw: string;
  readonly at: Span;
  /** True where the characters at `at` are the text, one for one. */
  readonly isExact: boolean;
  readonly replace: (text: string) => readonly TextEdit[];
  readonly remove: () => readonly TextEdit[];
}

/** A flag as words give it: its name, its value, and the words that it takes. */
export interface WordFlag {
  readonly name: string;
  readonly value: string | undefined;
  readonly at: Span;
  readonly nameWord: CommandWord;
  /** The word behind the name that is the value; undefined for `--name=value` and `--name`. */
  readonly valueWord: CommandWord | undefined;
}

/** The flags among words, and whether some words may hold flags that cannot be known. */
export interface WordFlags {
  readonly flags: readonly WordFlag[];
  readonly hasUnknown: boolean;
}

/** Longer names are no flags of these components. */
const MAXIMUM_NAME = 100;

/**
 * Reads flags as the components do: one or two dashes, `_` for `-`, the value behind `=` or in the next word. `isSwitch` says which
 * flags take no next word; of flags that are not known a word without dash is taken to be the value.
 */
export function readFlags(words: readonly CommandWord[], isSwitch: (name: string) => boolean): WordFlags {
  const flags: WordFlag[] = [];
  let hasUnknown = false;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    if (word === undefined || word.raw === "--") break;
    const flag = flagAt(word, words[index + 1], isSwitch);
    if (flag === undefined) {
      hasUnknown ||= word.text === undefined;
      continue;
    }
    flags.push(flag);
    if (flag.valueWord !== undefined) index += 1;
  }
  return { flags, hasUnknown };
}

function flagAt(
  word: CommandWord,
  following: CommandWord | undefined,
  isSwitch: (name: string) => boolean,
): WordFlag | undefined {
  const dashes = dashesOf(word.raw);
  const equals = word.raw.indexOf("=");
  const name = word.raw.slice(dashes, equals < 0 ? undefined : equals).replaceAll("_", "-");
  if (dashes === 0 || name.includes("$") || name.length > MAXIMUM_NAME) return undefined;
  if (equals >= 0) return joined(word, name, equals + 1);
  const next = isSwitch(name) ? undefined : following;
  if (next === undefined || !isValueOf(name, next)) {
    return {
      name,
      value: isSwitch(name) ? "true" : undefined,
      at: word.at,
      nameWord: word,
      valueWord: undefined,
    };
  }
  return { name, value: next.text, at: next.at, nameWord: word, valueWord: next };
}

function joined(word: CommandWord, name: string, from: number): WordFlag {
  const hasValue = word.raw.length > from;
  const at = word.isExact && hasValue ? { start: word.at.start + from, end: word.at.end } : word.at;
  const value = word.text?.slice(from);
  return { name, value, at, nameWord: word, valueWord: undefined };
}

/** Certificates and keys are always followed by a value, whatever it looks like. */
function isValueOf(name: string, next: CommandWord): boolean {
  return dashesOf(next.raw) === 0 || name.endsWith("-file") || name.endsWith("file");
}

function dashesOf(text: string): number {
  if (!text.startsWith("-") || text.length === 1) return 0;
  return text.startsWith("--") ? 2 : 1;
}
