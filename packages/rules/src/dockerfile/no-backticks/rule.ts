import { defineRule, type DockerfileRule } from "@plimsoll/core";
import { replaceSpan, type Instruction, type ShellCommand } from "@plimsoll/syntax";
import { isPlainText } from "../../shared-commands/arguments.ts";
import { expansionsOf, spanInWord } from "../../shared-shell/expansions.ts";
import { runScripts } from "../../shared-shell/scripts.ts";

interface Data {
  readonly instruction: Instruction;
  readonly command: ShellCommand;
  readonly text: string;
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
  *check(file) {
    for (const { instruction, script } of runScripts(file)) {
      if (!instruction.line.text.includes("`") && instruction.heredocs.length === 0) continue;
      for (const command of script.commands) {
        const { name, words, assignments } = command;
        const values = assignments.filter(({ start }) => start < (name?.start ?? Number.POSITIVE_INFINITY));
        for (const word of [...words, ...values.flatMap(({ value }) => value ?? [])]) {
          if (!word.raw.includes("`")) continue;
          for (const { kind, text, offset } of expansionsOf(word.raw)) {
            if (kind !== "command" || !text.startsWith("`")) continue;
            yield {
              problem: "backticks",
              at: spanInWord(word, offset, text.length),
              subject: text.slice(0, 200),
              data: { instruction, command, text },
            };
          }
        }
      }
    }
  },
  message: () => "Backticks cannot be nested and are easily taken for quotes: write $( ).",
  fix({ at, data: { instruction, command, text } }, file) {
    const inner = text.slice(1, -1);
    const plain = isPlainText({ instruction, shell: command }) && instruction.form === "shell";
    if (!plain || /[\\`]/.test(inner) || file.text.slice(at.start, at.end) !== text) return [];
    return [{ title: "Write $( )", safety: "safe", edits: [replaceSpan(at, `$(${inner})`)] }];
  },
});
