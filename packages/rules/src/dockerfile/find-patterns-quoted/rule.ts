import { defineRule, type DockerfileRule } from "@plimsoll/core";
import { replaceSpan, type Instruction, type ShellCommand, type ShellWord } from "@plimsoll/syntax";
import { isPlainText } from "../../shared-commands/arguments.ts";
import { runScripts } from "../../shared-shell/scripts.ts";

interface Data {
  readonly instruction: Instruction;
  readonly command: ShellCommand;
  readonly word: ShellWord;
}

const OPTIONS = new Set([
  "-name",
  "-iname",
  "-path",
  "-ipath",
  "-wholename",
  "-iwholename",
  "-lname",
  "-ilname",
]);

export const rule: DockerfileRule<Data> = defineRule({
  id: "dockerfile/find-patterns-quoted",
  title: "Patterns of find are quoted",
  severity: "warning",
  confidence: "high",
  surface: "dockerfile",
  catalogue: ["DF014"],
  aliases: ["shellcheck:SC2061"],
  since: "0.1.0",
  *check(file) {
    for (const { instruction, script } of runScripts(file)) {
      if (script.form === "exec" && script.commands.length < 2) continue;
      for (const command of script.commands) {
        const { name, words } = command.effective;
        if (name !== "find") continue;
        for (const [index, { value }] of words.entries()) {
          const word = OPTIONS.has(value) ? words[index + 1] : undefined;
          if (word === undefined || !/[*?]/.test(word.raw) || /["'\\]/.test(word.raw)) continue;
          yield { problem: "notQuoted", at: word, data: { instruction, command, word } };
        }
      }
    }
  },
  message: ({ data: { word } }) =>
    `Pattern "${word.value}" is not quoted, so the shell may put names of files in before find sees it.`,
  fix({ at, data: { instruction, command, word } }) {
    if (!isPlainText({ instruction, shell: command }) || word.end - word.start !== word.raw.length) return [];
    const quote = word.literal === undefined ? '"' : "'";
    return [
      { title: "Quote the pattern", safety: "safe", edits: [replaceSpan(at, `${quote}${word.raw}${quote}`)] },
    ];
  },
});
