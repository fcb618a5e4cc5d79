import {
  attached,
  resolveWord,
  type Dockerfile,
  type Instruction,
  type ShellWord,
  type Span,
} from "@plimsoll/syntax";
import { commandsOf, knownText, type Command } from "../shared-commands/commands.ts";
import { flagValue } from "../shared-commands/flags.ts";
import { finalImage } from "../shared-stages/final-image.ts";

/** A permission mode that a step gives to files of the resulting image. */
export interface ModeChange {
  /** As the program reads it: octal or symbolic. */
  readonly mode: string;
  readonly at: Span;
  /** True where the mode stands in the file as it is. */
  readonly literal: boolean;
  readonly from: "chmod" | "copy" | "create" | "umask";
}

const MEMO = attached<Dockerfile, readonly ModeChange[]>();

/** The modes that chmod, `COPY --chmod`, `install -m`, `mkdir -m` and umask set, in order; those that are not known are left out. */
export function modeChanges(file: Dockerfile): readonly ModeChange[] {
  const known = MEMO.get(file);
  if (known !== undefined) return known;
  const changes: ModeChange[] = [];
  for (const instruction of finalImage(file)?.instructions ?? []) {
    if (instruction.keyword === "COPY" || instruction.keyword === "ADD") addCopy(file, instruction, changes);
    if (instruction.keyword !== "RUN") continue;
    for (const command of commandsOf(instruction)) addCommand(file, command, changes);
  }
  MEMO.set(file, changes);
  return changes;
}

function addCopy(file: Dockerfile, instruction: Instruction, changes: ModeChange[]): void {
  const value = instruction.flags.find(({ name }) => name === "chmod")?.value;
  if (value === undefined) return;
  const { text, unresolved } = resolveWord(file, instruction, value);
  if (unresolved.length > 0) return;
  changes.push({ mode: text, at: value, literal: value.raw === text, from: "copy" });
}

function addCommand(file: Dockerfile, command: Command, changes: ModeChange[]): void {
  const { name, words } = command;
  if (name === "chmod") addWord(file, command, { word: firstOperand(words), from: "chmod" }, changes);
  else if (name === "umask") addWord(file, command, { word: firstOperand(words), from: "umask" }, changes);
  else if (name === "find") {
    const at = words.findIndex(({ literal }) => literal === "chmod");
    const isRun = at > 0 && (words[at - 1]?.literal ?? "").startsWith("-exec");
    if (isRun) addWord(file, command, { word: firstOperand(words.slice(at + 1)), from: "chmod" }, changes);
  } else if (name === "install" || name === "mkdir") {
    const value = flagValue(words, ["-m", "--mode"]);
    if (value?.literal === undefined) return;
    changes.push({ mode: value.literal, at: value, literal: true, from: "create" });
  }
}

interface ModeWord {
  readonly word: ShellWord | undefined;
  readonly from: ModeChange["from"];
}

function addWord(
  file: Dockerfile,
  { instruction }: Command,
  { word, from }: ModeWord,
  changes: ModeChange[],
): void {
  const mode = word === undefined ? undefined : knownText(file, instruction, word);
  if (word === undefined || mode === undefined) return;
  changes.push({ mode, at: word, literal: word.raw === mode, from });
}

/** chmod takes a mode such as `-w` too, but that one only takes rights away. */
function firstOperand(words: readonly ShellWord[]): ShellWord | undefined {
  return words.find(({ value }) => !value.startsWith("-"));
}

/** The number of an octal mode; undefined for a symbolic one. */
export function octalMode(mode: string): number | undefined {
  return /^[0-7]{1,6}$/.test(mode) ? Number.parseInt(mode, 8) : undefined;
}

/** A clause of a symbolic mode, such as `go=rX`. */
interface Clause {
  readonly who: string;
  readonly operator: string;
  readonly rights: string;
}

function clausesOf(mode: string): readonly Clause[] {
  const clauses: Clause[] = [];
  for (const part of mode.split(",")) {
    const match = /^([ugoa]*)([-+=])([rwxXst]*)$/.exec(part);
    if (match !== null)
      clauses.push({ who: match[1] ?? "", operator: match[2] ?? "", rights: match[3] ?? "" });
  }
  return clauses;
}

/** True where a mode sets the setuid or setgid bit. */
export function setsIdBits(mode: string): boolean {
  const octal = octalMode(mode);
  if (octal !== undefined) return (octal & 0o6000) !== 0;
  return clausesOf(mode).some(
    ({ who, operator, rights }) => operator !== "-" && rights.includes("s") && who !== "o",
  );
}

/** True where a mode lets everybody write. With the sticky bit, as on `/tmp`, nobody can replace the files of others. */
export function isWorldWritable(mode: string): boolean {
  const octal = octalMode(mode);
  if (octal !== undefined) return (octal & 0o002) !== 0 && (octal & 0o1000) === 0;
  if (clausesOf(mode).some(({ operator, rights }) => operator !== "-" && rights.includes("t"))) return false;
  // Without `who` the umask applies, which takes the right to write from others.
  return clausesOf(mode).some(
    ({ who, operator, rights }) => operator !== "-" && rights.includes("w") && /[oa]/.test(who),
  );
}
