import { defineRule, type DockerfileRule, type Problem } from "@plimsoll/core";
import {
  replaceSpan,
  type Dockerfile,
  type Instruction,
  type ParsedShell,
  type ShellCommand,
  type ShellWord,
} from "@plimsoll/syntax";
import { isPlainText } from "../../shared-commands/arguments.ts";
import { expansionsOf, spanInWord, type Expansion } from "../../shared-shell/expansions.ts";
import { runScripts } from "../../shared-shell/scripts.ts";
import { splitterOf } from "../../shared-shell/splitting.ts";

interface Data {
  readonly instruction: Instruction;
  readonly command: ShellCommand;
  readonly word: ShellWord;
  readonly text: string;
}

/** Arguments of these are assignments, which only some shells split, or patterns of the shell itself. */
const NOT_SPLIT = new Set(["export", "local", "declare", "typeset", "readonly", "let", "eval"]);

/** By problem the checks of ShellCheck. */
const ALIASES = {
  substitution: ["shellcheck:SC2046"],
  list: ["shellcheck:SC2048", "shellcheck:SC2068"],
  variable: ["shellcheck:SC2086"],
} as const;

function problemOf({ kind, name }: Expansion): keyof typeof ALIASES {
  if (kind === "command") return "substitution";
  return name === "@" || name === "*" ? "list" : "variable";
}

/** Words of a script that the shell may split, and the first expansion of each that is not quoted. */
function* splitWords(
  file: Dockerfile,
  instruction: Instruction,
  script: ParsedShell,
): Iterable<Data & { readonly expansion: Expansion }> {
  const splits = splitterOf(file, instruction, script);
  for (const command of script.commands) {
    if (NOT_SPLIT.has(command.name?.literal ?? "")) continue;
    for (const word of command.words) {
      if (word.literal !== undefined) continue;
      const expansion = expansionsOf(word.raw).find((one) => !one.quoted && splits(one, word, command));
      if (expansion !== undefined) yield { instruction, command, word, text: expansion.text, expansion };
    }
  }
}

function* check(file: Dockerfile): Iterable<Problem<Data>> {
  for (const { instruction, script } of runScripts(file)) {
    for (const { expansion, ...data } of splitWords(file, instruction, script)) {
      const at = spanInWord(data.word, expansion.offset, expansion.text.length);
      const subject = `${data.command.name?.value ?? ""} ${data.word.raw}`.slice(0, 200);
      const problem = problemOf(expansion);
      yield { problem, at, subject, aliases: ALIASES[problem], data };
    }
  }
}

export const rule: DockerfileRule<Data> = defineRule({
  id: "dockerfile/expansions-quoted",
  title: "Expansions of a command's arguments are quoted",
  severity: "info",
  confidence: "medium",
  surface: "dockerfile",
  catalogue: ["DF014"],
  aliases: Object.values(ALIASES).flat(),
  since: "0.1.0",
  check,
  message: ({ data: { text } }) =>
    `Expansion "${text.length > 40 ? `${text.slice(0, 37)}...` : text}" is not quoted, so blanks and stars in its value split it.`,
  fix({ problem, data: { instruction, command, word } }) {
    const { start, end, raw } = word;
    const simple =
      end - start === raw.length &&
      !/["'\\*?~{}[\]\n]/.test(raw.replace(/\$\{[A-Za-z_][A-Za-z0-9_]*\}/g, ""));
    if (!simple || problem === "list" || !isPlainText({ instruction, shell: command })) return [];
    return [{ title: "Quote the word", safety: "review", edits: [replaceSpan(word, `"${raw}"`)] }];
  },
});
