import { replaceSpan, type Dockerfile, type ShellWord, type Span, type TextEdit } from "@plimsoll/syntax";

/** A value of an option and where it stands. */
export interface FlagValue extends Span {
  /** Undefined where the shell decides it when it runs. */
  readonly literal: string | undefined;
  readonly text: string;
}

/** The value of the first of these options: the next word, or what follows `=` or the letter of a short option. */
export function flagValue(words: readonly ShellWord[], names: readonly string[]): FlagValue | undefined {
  return flagValues(words, names)[0];
}

/** The values of every one of these options. */
export function flagValues(words: readonly ShellWord[], names: readonly string[]): readonly FlagValue[] {
  const found: FlagValue[] = [];
  for (const [index, word] of words.entries()) {
    for (const name of names) {
      const value = valueAt(word, words[index + 1], name);
      if (value !== undefined) found.push(value);
    }
  }
  return found;
}

function valueAt(word: ShellWord, next: ShellWord | undefined, name: string): FlagValue | undefined {
  if (word.value === name) {
    return next === undefined
      ? undefined
      : { start: next.start, end: next.end, literal: next.literal, text: next.value };
  }
  const isLong = name.startsWith("--") || name.length > 2;
  const prefix = isLong ? `${name}=` : name;
  if (!word.value.startsWith(prefix) || (!isLong && word.value.startsWith("--"))) return undefined;
  const text = word.value.slice(prefix.length);
  const plain = word.raw === word.value;
  return {
    start: plain ? word.start + prefix.length : word.start,
    end: word.end,
    literal: word.literal?.slice(prefix.length),
    text,
  };
}

/** What a switch looks like. */
export interface Switch {
  readonly long: readonly string[];
  /** A letter that may stand in a cluster such as `-sSLk`. */
  readonly letter?: string;
  /** Letters of the same program that take a value, so that a cluster ends with them. */
  readonly valueLetters?: string;
}

/** A switch that was found. */
export interface FoundSwitch {
  readonly word: ShellWord;
  readonly index: number;
  /** True where the letter stands in a cluster with others. */
  readonly inCluster: boolean;
}

/** The first word that turns a switch on: `--name`, `--name=…` where the list names it so, or the letter in a cluster. */
export function findSwitch(words: readonly ShellWord[], wanted: Switch): FoundSwitch | undefined {
  for (const [index, word] of words.entries()) {
    const { value } = word;
    if (value === "--") return undefined;
    if (wanted.long.includes(value)) return { word, index, inCluster: false };
    if (hasLetter(value, wanted)) return { word, index, inCluster: value.length > 2 };
  }
  return undefined;
}

function hasLetter(value: string, { letter, valueLetters = "" }: Switch): boolean {
  if (letter === undefined || value.length < 2 || value[0] !== "-" || value[1] === "-") return false;
  for (const one of value.slice(1)) {
    if (one === letter) return true;
    if (valueLetters.includes(one)) return false;
  }
  return false;
}

/** Takes a switch away: the letter out of a cluster, or the word with the blanks before it. */
export function removeSwitch(
  file: Dockerfile,
  before: Span | undefined,
  { word, inCluster }: FoundSwitch,
  letter: string | undefined,
): TextEdit {
  if (inCluster && letter !== undefined) {
    const at = word.start + word.raw.indexOf(letter);
    return replaceSpan({ start: at, end: at + 1 }, "");
  }
  return removeWord(file, before, word);
}

/** Takes a word away with the blanks, and continuation, before it; comment lines stay. */
export function removeWord(file: Dockerfile, before: Span | undefined, word: Span): TextEdit {
  const from = before?.end ?? word.start;
  const gap = file.text.slice(from, word.start);
  const start = gap.includes("#") || gap.trim().length > 1 ? word.start : from;
  return replaceSpan({ start, end: word.end }, "");
}
