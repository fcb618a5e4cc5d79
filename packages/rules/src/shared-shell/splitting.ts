import {
  environmentAt,
  PLATFORM_ARGS,
  type Dockerfile,
  type Instruction,
  type Lookup,
  type ParsedShell,
  type ShellCommand,
  type ShellWord,
  type VariableValue,
} from "@plimsoll/syntax";
import { wordSet } from "../shared-commands/word-set.ts";
import type { Expansion } from "./expansions.ts";

/** Numbers, and what the shell or the builder sets to one plain word. */
const PLAIN_NAMES = new Set([
  "?",
  "#",
  "$",
  "!",
  "-",
  "RANDOM",
  "UID",
  "EUID",
  "PPID",
  "LINENO",
  "SECONDS",
  "SHLVL",
  "HOSTNAME",
  "USER",
  ...PLATFORM_ARGS,
]);
/** Variables whose value is a list of words by their name, so that splitting is what is wanted. */
const LISTS =
  /(?:FLAGS|OPT|OPTS|OPTIONS|ARGS|ARGUMENTS|PARAMS|PACKAGES|PKGS|PACKAGE_LIST|DEPS|DEPENDENCIES|LIST|MODULES|EXTENSIONS|EXTS|PLUGINS|FILES|DIRS|TOOLS|TARGETS|FEATURES|LIBS|KEYS)$/i;
/** Programs that print one plain word. */
const ONE_WORD = wordSet(
  "nproc uname arch id date getconf lsb_release hostname whoami dpkg dpkg-architecture mktemp wc expr seq rpm tty xx-info",
);
/** Commands whose argument is one thing, so that a list makes no sense. */
const ONE_ARGUMENT = new Set([
  "cd",
  "test",
  "[",
  "source",
  ".",
  "basename",
  "dirname",
  "echo",
  "curl",
  "wget",
  "export",
]);

/** Says whether an expansion without quotes may be split or may match names of files although one word is meant. */
export function splitterOf(
  file: Dockerfile,
  instruction: Instruction,
  script: ParsedShell,
): (expansion: Expansion, word: ShellWord, command: ShellCommand) => boolean {
  // Most scripts have no such expansion.
  let lookup: Lookup | undefined;
  let plain: ReadonlySet<string> | undefined;
  return (expansion, word, command) => {
    const isWhole = word.raw === expansion.text;
    if (expansion.kind === "command") return splitsOutput(expansion.text, isWhole, command);
    const { name } = expansion;
    if (name === "@" || name === "*") return true;
    if (isPlainName(expansion)) return false;
    plain ??= plainVariables(file, script);
    lookup ??= environmentAt(file, instruction);
    return !plain.has(name) && splitsValue(lookup(name), isWhole);
  };
}

function splitsOutput(text: string, isWhole: boolean, { effective }: ShellCommand): boolean {
  const program = /^(?:\$\(|`)\s*([\w.-]+)/.exec(text)?.[1] ?? "";
  if (ONE_WORD.has(program)) return false;
  // A whole argument is often a list on purpose: `rm $(find …)`.
  return !isWhole || ONE_ARGUMENT.has(effective.name ?? "");
}

function isPlainName({ name, text }: Expansion): boolean {
  const isNumber = name === "" || name.startsWith("#") || PLAIN_NAMES.has(name);
  return isNumber || LISTS.test(name) || /^\$\{[^}]*:?\+/.test(text);
}

function splitsValue(value: VariableValue, isWhole: boolean): boolean {
  if (value.kind !== "value") return true;
  if (value.unresolved.length > 0) return value.unresolved.some((one) => !PLAIN_NAMES.has(one));
  // A value with blanks stands in the file for everybody to see, so it is a list on purpose where it is a whole word.
  return isWhole ? false : /[\s*?[]/.test(value.text);
}

/** Variables to which the script gives plain words only. */
function plainVariables(file: Dockerfile, script: ParsedShell): ReadonlySet<string> {
  const plain = new Set<string>();
  const other = new Set<string>();
  for (const { assignments } of script.commands) {
    for (const { name, value } of assignments) (isPlain(value) ? plain : other).add(name);
  }
  for (const { kind, name, start } of script.constructs) {
    if (kind !== "for" || name === undefined) continue;
    const head = file.text.slice(start, start + MAX_HEAD);
    (LITERAL_LIST.test(head) ? plain : other).add(name);
  }
  for (const name of other) plain.delete(name);
  return plain;
}

const MAX_HEAD = 2000;
const LITERAL_LIST = /^for\s+\w+\s+in\s[\w\s./:=@+,\\-]*(?:;|$)/;

function isPlain(value: ShellWord | undefined): boolean {
  if (value === undefined) return false;
  if (value.literal !== undefined) return !/[\s*?[]/.test(value.literal);
  const program = /^"?(?:\$\(|`)\s*([\w.-]+)[^()`]*(?:\)|`)"?$/.exec(value.raw)?.[1];
  return program !== undefined && ONE_WORD.has(program);
}
