import {
  replaceSpan,
  type Dockerfile,
  type Instruction,
  type Pair,
  type ShellCommand,
  type Span,
  type TextEdit,
} from "@plimsoll/syntax";
import { commandsOf, type Command } from "../shared-commands/commands.ts";
import {
  findSwitch,
  removeSwitch,
  removeWord,
  type FoundSwitch,
  type Switch,
} from "../shared-commands/flags.ts";

/** A place where a check is turned off. */
export interface Weakness {
  readonly at: Span;
  /** What turns it off, as written. */
  readonly text: string;
  /** Turns it on again, where one edit does. */
  readonly edits: readonly TextEdit[];
}

/** A switch of a program that turns a check off. */
export interface WeakSwitch extends Switch {
  readonly programs: ReadonlySet<string>;
  /** True where the switch takes a value, which goes with it. */
  readonly takesValue?: boolean;
}

/** A setting in any text of a command or of a file written in place: the first group is its value. */
export interface WeakSetting {
  readonly pattern: RegExp;
  /** The value that turns the check on, by the value that is there in lower case; absent where the whole setting must go. */
  readonly replace?: Readonly<Record<string, string>>;
}

/** A setting whose key and value are two words, such as `npm config set strict-ssl false`. */
export interface WeakPair {
  readonly key: RegExp;
  readonly value: RegExp;
  readonly replace?: string;
}

/** A variable that turns a check off when its value matches. */
export interface WeakVariable {
  readonly value: RegExp;
  readonly replace?: string;
}

export interface WeaknessTable {
  /** Matches every text in which one of the others can be found: most files are settled by it. */
  readonly hint: RegExp;
  readonly switches: readonly WeakSwitch[];
  readonly settings: readonly WeakSetting[];
  readonly pairs: readonly WeakPair[];
  readonly variables: ReadonlyMap<string, WeakVariable>;
}

/** Everything in a file that turns one of these checks off, in every stage. */
export function* weaknessesOf(file: Dockerfile, table: WeaknessTable): Iterable<Weakness> {
  if (!table.hint.test(file.text)) return;
  for (const instruction of file.instructions) {
    const text = file.text.slice(instruction.start, instruction.end);
    if (!table.hint.test(text)) continue;
    const settings = table.settings.filter(({ pattern }) => text.search(pattern) !== -1);
    yield* instructionWeaknesses(file, instruction, { ...table, settings });
  }
}

function* instructionWeaknesses(
  file: Dockerfile,
  instruction: Instruction,
  table: WeaknessTable,
): Iterable<Weakness> {
  const { keyword } = instruction;
  if (keyword === "ENV" || keyword === "ARG") {
    for (const pair of instruction.pairs) yield* pairWeakness(pair, table);
  } else if (keyword === "COPY" || keyword === "ADD") yield* heredocWeaknesses(instruction, table);
  else if (keyword === "RUN" || keyword === "CMD" || keyword === "ENTRYPOINT") {
    for (const command of commandsOf(instruction)) yield* commandWeaknesses(file, command, table);
  }
}

function* commandWeaknesses(file: Dockerfile, command: Command, table: WeaknessTable): Iterable<Weakness> {
  const { words, shell } = command;
  for (const wanted of table.switches) {
    if (wanted.programs.has(command.name ?? "")) yield* switchWeaknesses(file, command, wanted);
  }
  yield* wordSettings(command, table.settings);
  for (const [index, word] of words.entries()) {
    const next = words[index + 1];
    if (next !== undefined) yield* twoWords(word, next, table.pairs);
  }
  yield* assignedWeaknesses(shell, table);
  for (const { body } of shell.redirects) {
    if (body !== undefined) yield* settingWeaknesses(body.text, body, { settings: table.settings, from: 0 });
  }
}

function* wordSettings({ name, words }: Command, settings: readonly WeakSetting[]): Iterable<Weakness> {
  if (settings.length === 0 || READERS.has(name ?? "")) return;
  for (const word of words) {
    const from = name === "sed" ? replacementStart(word.raw) : 0;
    yield* settingWeaknesses(word.raw, word, { settings, from });
  }
}

function* assignedWeaknesses(
  { assignments }: ShellCommand,
  { variables }: WeaknessTable,
): Iterable<Weakness> {
  for (const { name, value } of assignments) {
    const found = variables.get(name);
    if (value === undefined || found === undefined || !found.value.test(value.value)) continue;
    yield { at: value, text: `${name}=${value.value}`, edits: replaced(value, found.replace) };
  }
}

function* switchWeaknesses(file: Dockerfile, command: Command, wanted: WeakSwitch): Iterable<Weakness> {
  const { words } = command;
  // Each spelling by itself, so that every one that is there is found; the letter last.
  for (const long of wanted.long) {
    const found = findSwitch(words, { long: [long] });
    const joined =
      wanted.takesValue === true ? words.find(({ value }) => value.startsWith(`${long}=`)) : undefined;
    if (found !== undefined) yield separateSwitch(file, command, found, wanted);
    else if (joined !== undefined) {
      const before = words[words.indexOf(joined) - 1] ?? command.nameWord;
      yield { at: joined, text: joined.value, edits: [removeWord(file, before, joined)] };
    }
  }
  const letter = findSwitch(words, { ...wanted, long: [] });
  if (letter !== undefined) yield separateSwitch(file, command, letter, wanted);
}

/** A switch that is a word of its own, with the value that follows it where it takes one. */
function separateSwitch(
  file: Dockerfile,
  { words, nameWord }: Command,
  found: FoundSwitch,
  wanted: WeakSwitch,
): Weakness {
  const before = words[found.index - 1] ?? nameWord;
  const value = wanted.takesValue === true ? words[found.index + 1] : undefined;
  if (value === undefined) {
    return {
      at: found.word,
      text: found.word.value,
      edits: [removeSwitch(file, before, found, wanted.letter)],
    };
  }
  const edit = { ...removeWord(file, before, found.word), end: value.end };
  return { at: found.word, text: `${found.word.value} ${value.value}`, edits: [edit] };
}

/** Programs that only look for such a text. */
const READERS = new Set(["grep", "egrep", "fgrep", "test", "["]);

/** Where the new text of `s/old/new/` starts: the old text is what sed takes away. */
function replacementStart(script: string): number {
  const match = /(?:^|[;\s'"0-9$}])s([/|#,@!])/.exec(script);
  const delimiter = match?.[1];
  if (match === null || delimiter === undefined) return 0;
  return Math.max(0, script.indexOf(delimiter, match.index + match[0].length));
}

interface SettingSearch {
  readonly settings: readonly WeakSetting[];
  /** What stands before it does not count. */
  readonly from: number;
}

function* settingWeaknesses(
  text: string,
  place: Span,
  { settings, from }: SettingSearch,
): Iterable<Weakness> {
  const exact = place.end - place.start === text.length;
  for (const { pattern, replace } of settings) {
    // `matchAll` makes a copy of its pattern each time, and nearly no word matches any.
    if (text.search(pattern) === -1) continue;
    for (const match of text.matchAll(pattern)) {
      if (match.index < from) continue;
      const start = place.start + match.index;
      const at = exact ? { start, end: start + match[0].length } : place;
      const value = match[1] ?? "";
      const better = replace?.[value.toLowerCase()];
      const span = { start: at.end - value.length, end: at.end };
      yield { at, text: match[0], edits: exact && better !== undefined ? replaced(span, better) : [] };
    }
  }
}

function* twoWords(
  first: { readonly value: string } & Span,
  second: { readonly value: string; readonly raw: string } & Span,
  pairs: readonly WeakPair[],
): Iterable<Weakness> {
  for (const { key, value, replace } of pairs) {
    if (!key.test(first.value) || !value.test(second.value)) continue;
    const plain = second.raw === second.value;
    yield {
      at: second,
      text: `${first.value} ${second.value}`,
      edits: plain ? replaced(second, replace) : [],
    };
  }
}

function* pairWeakness({ key, value }: Pair, { variables }: WeaknessTable): Iterable<Weakness> {
  const found = variables.get(key);
  if (found === undefined || value === undefined) return;
  const text = value.text.replaceAll(/["']/g, "");
  if (!found.value.test(text)) return;
  yield { at: value, text: `${key}=${text}`, edits: replaced(value, found.replace) };
}

function* heredocWeaknesses(instruction: Instruction, { settings }: WeaknessTable): Iterable<Weakness> {
  for (const { content, body } of instruction.heredocs)
    yield* settingWeaknesses(content, body, { settings, from: 0 });
}

function replaced(span: Span, text: string | undefined): readonly TextEdit[] {
  return text === undefined ? [] : [replaceSpan(span, text)];
}
