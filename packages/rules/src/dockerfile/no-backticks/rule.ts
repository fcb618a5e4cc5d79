import { defineRule, type DockerfileRule, type Problem } from "@plimsoll/core";
import {
  replaceSpan,
  type Dockerfile,
  type Instruction,
  type ShellCommand,
  type ShellWord,
} from "@plimsoll/syntax";
import { isPlainText } from "../../shared-commands/arguments.ts";
import { expansionsOf, spanInWord } from "../../shared-shell/expansions.ts";
import { runScripts } from "../../shared-shell/scripts.ts";

interface Data {
  readonly instruction: Instruction;
  readonly command: ShellCommand;
  readonly text: string;
}

/** The words of a command and of the assignments before it. */
function wordsOf({ name, words, assignments }: ShellCommand): readonly ShellWord[] {
  const before = name === undefined ? assignments : assignments.filter(({ start }) => start < name.start);
  return [...words, ...before.flatMap(({ value }) => value ?? [])];
}

function* check(file: Dockerfile): Iterable<Problem<Data>> {
  for (const { instruction, script } of runScripts(file)) {
    if (!instruction.line.text.includes("`") && instruction.heredocs.length === 0) continue;
    for (const command of script.commands) {
      for (const word of wordsOf(command)) {
        const found = word.raw.includes("`") ? expansionsOf(word.raw) : [];
        for (const { text, offset } of found.filter((one) => one.text.startsWith("`"))) {
          const at = spanInWord(word, offset, text.length);
          yield {
            problem: "backticks",
            at,
            subject: text.slice(0, 200),
            data: { instruction, command, text },
          };
        }
      }
    }
  }
}

export const rule: DockerfileRule<Data> = defineRule({
  id: "dockerfile/no-backticks",
  title: "Substitutions are written with $( )",
  severity: "info",
  confidence: "high",
  surface: "dockerfile",
  catalogue: [],
  aliases: ["shellcheck:SC2006"],
  since: "0.1.0",
  check,
  message: () => "Backticks cannot be nested and are easily taken for quotes: write $( ).",
  fix({ at, data: { instruction, command, text } }, file) {
    const inner = text.slice(1, -1);
    const plain = isPlainText({ instruction, shell: command }) && instruction.form === "shell";
    if (!plain || /[\\`]/.test(inner) || file.text.slice(at.start, at.end) !== text) return [];
    return [{ title: "Write $( )", safety: "safe", edits: [replaceSpan(at, `$(${inner})`)] }];
  },
});
