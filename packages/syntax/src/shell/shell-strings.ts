import type { EffectiveCommand, ShellRedirect, ShellWord } from "./nodes.ts";

const SHELLS: ReadonlySet<string> = new Set(["sh", "bash", "dash", "ash", "ksh", "mksh", "zsh"]);

/** True for the name of a shell whose language the parser reads. */
export function isPosixShell(name: string): boolean {
  return SHELLS.has(name);
}

/** The word that a command runs as a script: the string of `sh -c`, of `su -c`, or of `eval`. */
export function scriptWord(command: EffectiveCommand): ShellWord | undefined {
  const { name, words } = command;
  if (name === undefined) return undefined;
  if (SHELLS.has(name)) return readShellOptions(words).script;
  if (name === "su") return wordAfter(words, ["-c", "--command"]);
  if (name === "eval" && words.length === 1) return words[0];
  return undefined;
}

/** The heredoc that a shell reads as its script, as in `bash <<EOF`. */
export function scriptHeredoc(
  command: EffectiveCommand,
  redirects: readonly ShellRedirect[],
): ShellRedirect | undefined {
  if (command.name === undefined || !SHELLS.has(command.name)) return undefined;
  const { script, readsInput } = readShellOptions(command.words);
  if (script !== undefined || !readsInput) return undefined;
  return redirects.find((redirect) => redirect.body !== undefined);
}

interface ShellOptions {
  readonly script: ShellWord | undefined;
  /** True where the shell is given neither `-c` nor a file. */
  readonly readsInput: boolean;
}

function readShellOptions(words: readonly ShellWord[]): ShellOptions {
  let letters = "";
  let at = 0;
  for (; at < words.length; at += 1) {
    const value = words[at]?.value ?? "";
    if (value === "--" || value === "-") {
      at += 1;
      break;
    }
    if (!/^[-+]./.test(value)) break;
    if (takesNext(value)) at += 1;
    if (/^-[^-]/.test(value)) letters += value;
  }
  if (letters.includes("c")) return { script: words[at], readsInput: false };
  return { script: undefined, readsInput: letters.includes("s") || at >= words.length };
}

function takesNext(option: string): boolean {
  if (option.startsWith("--")) return option === "--rcfile" || option === "--init-file";
  return option.endsWith("o") || option.endsWith("O");
}

function wordAfter(words: readonly ShellWord[], options: readonly string[]): ShellWord | undefined {
  const at = words.findIndex((word) => options.includes(word.value));
  return at === -1 ? undefined : words[at + 1];
}
