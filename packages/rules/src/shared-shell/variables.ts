import type { ParsedShell, ShellCommand, ShellWord, Span } from "@plimsoll/syntax";

/** A variable that a script uses. */
export interface ShellVariable {
  readonly name: string;
  /** `$name`, or `${name`; the whole word where a continuation breaks it. */
  readonly at: Span;
  readonly word: ShellWord;
  readonly command: ShellCommand;
  /** True for `${name:-x}`, `${name:+x}` and their kin, which say what holds without a value. */
  readonly guarded: boolean;
}

/** The variables that a script sets, and whether it may set others that cannot be seen. */
export interface ScriptVariables {
  readonly assigned: ReadonlySet<string>;
  /** A file or string that it sources or evaluates may set any variable. */
  readonly open: boolean;
}

/** Commands that take names of variables as arguments. */
const NAMING = new Set([
  "read",
  "export",
  "local",
  "declare",
  "typeset",
  "readonly",
  "getopts",
  "mapfile",
  "readarray",
  "unset",
  "let",
  "printf",
]);
/** Constructs that set the variable that they name. */
const SETTING: ReadonlySet<string> = new Set(["for", "select", "append-assignment"]);
const OPENING = new Set([".", "source", "eval"]);

/** What a script sets. Subshells and order do not count: what is set anywhere is taken to be set. */
export function variablesOfScript(script: ParsedShell): ScriptVariables {
  const assigned = new Set<string>();
  for (const { assignments, effective, words } of script.commands) {
    for (const assignment of assignments) assigned.add(assignment.name);
    if (NAMING.has(effective.name ?? "")) addNames(words, assigned);
  }
  for (const { kind, name } of script.constructs) {
    if (name !== undefined && SETTING.has(kind)) assigned.add(name);
  }
  const open =
    script.commands.some(({ effective }) => OPENING.has(effective.name ?? "")) ||
    script.constructs.some(({ kind }) => kind === "double-parenthesis" || kind === "arithmetic-for");
  return { assigned, open };
}

function addNames(words: readonly ShellWord[], assigned: Set<string>): void {
  for (const { value } of words) {
    const name = /^[A-Za-z_][A-Za-z0-9_]*/.exec(value)?.[0];
    if (name !== undefined) assigned.add(name);
  }
}

/** The named variables in the words, assignments and redirections of a script's commands; `$1`, `$?` and the like left out. */
export function shellVariables(script: ParsedShell): readonly ShellVariable[] {
  const found: ShellVariable[] = [];
  for (const command of script.commands) {
    const { name, words, assignments, redirects } = command;
    addVariables(name, command, found);
    for (const word of words) addVariables(word, command, found);
    for (const { value } of assignments) addVariables(value, command, found);
    for (const { target } of redirects) addVariables(target, command, found);
  }
  return found;
}

function addVariables(word: ShellWord | undefined, command: ShellCommand, found: ShellVariable[]): void {
  if (word === undefined || word.variables.length === 0) return;
  for (const name of word.variables) {
    if (/^[A-Za-z_]/.test(name)) found.push({ name, word, command, ...placeIn(word, name) });
  }
}

function placeIn(word: ShellWord, name: string): { readonly at: Span; readonly guarded: boolean } {
  const { raw, start, end } = word;
  const whole = { start, end };
  const plain = raw.indexOf(`$${name}`);
  const braced = raw.indexOf(`\${${name}`);
  const from = plain === -1 ? braced : plain;
  if (from === -1) return { at: whole, guarded: raw.includes(name) };
  const after = from + name.length + (plain === -1 ? 2 : 1);
  const guarded = plain === -1 && /^:?[-+?=]/.test(raw.slice(after, after + 2));
  const simple = end - start === raw.length;
  return { at: simple ? { start: start + from, end: start + after } : whole, guarded };
}
