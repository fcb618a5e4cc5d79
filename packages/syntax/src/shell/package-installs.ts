import { attached } from "../source/attached.ts";
import type { ParsedShell, ShellCommand, ShellWord } from "./nodes.ts";
import {
  type PackageActionKind,
  type PackageManager,
  type PackageManagerName,
  isPython,
  packageManagerOf,
} from "./package-managers.ts";
import { type NamedVersion, splitPackage } from "./package-version.ts";

/** A package as an argument of an install command. Its word says whether it is literal. */
export interface PackageArgument extends NamedVersion {
  readonly word: ShellWord;
}

/** A command of a package manager. */
export interface PackageAction {
  readonly manager: PackageManagerName;
  readonly action: PackageActionKind;
  /** As written, such as `add` or `dist-upgrade`; undefined where the command has none. */
  readonly subcommand: ShellWord | undefined;
  readonly packages: readonly PackageArgument[];
  /** The options, their values left out. */
  readonly flags: readonly ShellWord[];
  /** Option and value, where an option takes the next word or has one after `=`. */
  readonly options: readonly { readonly flag: ShellWord; readonly value: string }[];
  readonly command: ShellCommand;
}

const MEMO = attached<ParsedShell, readonly PackageAction[]>();

/** The commands of package managers in a script, in order, seen through `sudo`, `env`, `xargs` and so on. */
export function packageInstalls(script: ParsedShell): readonly PackageAction[] {
  const known = MEMO.get(script);
  if (known !== undefined) return known;
  const actions: PackageAction[] = [];
  for (const command of script.commands) {
    const action = packageAction(command);
    if (action !== undefined) actions.push(action);
  }
  MEMO.set(script, actions);
  return actions;
}

function packageAction(command: ShellCommand): PackageAction | undefined {
  const { name, words } = command.effective;
  if (name === undefined) return undefined;
  const direct = packageManagerOf(name);
  if (direct !== undefined) return readAction(command, direct, words);
  const module_ = isPython(name) ? words.findIndex((word) => word.literal === "-m") : -1;
  if (module_ === -1 || words[module_ + 1]?.literal !== "pip") return undefined;
  const pip = packageManagerOf("pip");
  return pip === undefined ? undefined : readAction(command, pip, words.slice(module_ + 2));
}

/** The words of a command: options with their values, and the rest. */
interface Arguments {
  readonly flags: ShellWord[];
  readonly options: { readonly flag: ShellWord; readonly value: string }[];
  readonly operands: ShellWord[];
}

function readAction(
  command: ShellCommand,
  manager: PackageManager,
  words: readonly ShellWord[],
): PackageAction {
  const { flags, options, operands } = readArguments(manager, words);
  const [first, second] = operands;
  const pair = `${first?.value ?? ""} ${second?.value ?? ""}`;
  const ofPair = manager.subcommands.get(pair);
  const kind = ofPair ?? actionOf(manager, first);
  const rest = operands.slice(ofPair === undefined ? 1 : 2);
  const version = options.find((option) => manager.versionOptions.has(optionName(option.flag.value)))?.value;
  return {
    manager: manager.name,
    action: kind,
    subcommand: ofPair === undefined ? first : second,
    packages: takesPackages(kind) ? rest.map((word) => packageOf(word, manager, version)) : [],
    flags,
    options,
    command,
  };
}

function actionOf(manager: PackageManager, subcommand: ShellWord | undefined): PackageActionKind {
  if (subcommand === undefined) return manager.bare ?? "other";
  return manager.subcommands.get(subcommand.value) ?? "other";
}

function takesPackages(kind: PackageActionKind): boolean {
  return kind === "install" || kind === "upgrade" || kind === "remove" || kind === "download";
}

function packageOf(word: ShellWord, manager: PackageManager, version: string | undefined): PackageArgument {
  const named = splitPackage(word.value, manager.versions);
  return { ...named, version: named.version ?? version, word };
}

function readArguments(manager: PackageManager, words: readonly ShellWord[]): Arguments {
  const read: Arguments = { flags: [], options: [], operands: [] };
  let ended = false;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (word === undefined) continue;
    if (ended || !word.value.startsWith("-") || word.value === "-") {
      read.operands.push(word);
      continue;
    }
    if (word.value === "--") {
      // What follows is for the build of native extensions.
      if (manager.name === "gem") break;
      ended = true;
      continue;
    }
    read.flags.push(word);
    const equals = word.value.indexOf("=");
    if (equals !== -1) read.options.push({ flag: word, value: word.value.slice(equals + 1) });
    else if (manager.valueOptions.has(word.value)) {
      at += 1;
      read.options.push({ flag: word, value: words[at]?.value ?? "" });
    }
  }
  return read;
}

/** The name of an option without the value after `=`. */
function optionName(text: string): string {
  const equals = text.indexOf("=");
  return equals === -1 ? text : text.slice(0, equals);
}
