import { defineRule, type DockerfileRule } from "@plimsoll/core";
import { replaceSpan, type Instruction, type ShellCommand, type ShellWord } from "@plimsoll/syntax";
import { isPlainText } from "../../shared-commands/arguments.ts";
import { knownText } from "../../shared-commands/commands.ts";
import { runScripts } from "../../shared-shell/scripts.ts";

interface Data {
  readonly instruction: Instruction;
  readonly command: ShellCommand;
  readonly word: ShellWord;
}

/** What is wrong with the file that a command sources. The home folder is known well enough. */
function problemOf(
  text: string | undefined,
  raw: string,
  shell: string,
): "notConstant" | "searched" | undefined {
  if (text === undefined) return /^["']?(?:\$HOME|\$\{HOME\})["']?\//.test(raw) ? undefined : "notConstant";
  return text !== "" && !/[/~]/.test(text) && shell !== "bash" ? "searched" : undefined;
}

export const rule: DockerfileRule<Data> = defineRule({
  id: "dockerfile/sourced-files-known",
  title: "The file that a script sources can be told from the script",
  severity: "info",
  confidence: "medium",
  surface: "dockerfile",
  catalogue: ["DF014"],
  aliases: ["shellcheck:SC1090", "shellcheck:SC1091"],
  since: "0.1.0",
  *check(file) {
    for (const { instruction, script } of runScripts(file)) {
      for (const command of script.commands) {
        const { name, words } = command;
        const [word] = words;
        if (word === undefined || (name?.literal !== "." && name?.literal !== "source")) continue;
        const problem = problemOf(knownText(file, instruction, word), word.raw, script.shell.name);
        const data = { instruction, command, word };
        if (problem === "notConstant") yield { problem, at: word, aliases: ["shellcheck:SC1090"], data };
        else if (problem !== undefined)
          yield { problem, at: word, severity: "warning", aliases: ["shellcheck:SC1091"], data };
      }
    }
  },
  message: ({ problem, data: { word } }) =>
    problem === "searched"
      ? `File "${word.value}" is looked for in PATH, not in the folder: write "./${word.value}".`
      : `File "${word.raw}" is sourced, and which one it is shows only when it runs.`,
  fix({ problem, at, data: { instruction, command, word } }) {
    if (problem !== "searched" || word.raw !== word.value || !isPlainText({ instruction, shell: command }))
      return [];
    return [
      { title: `Write ./${word.value}`, safety: "review", edits: [replaceSpan(at, `./${word.value}`)] },
    ];
  },
});
