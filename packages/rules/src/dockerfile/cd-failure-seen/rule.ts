import { defineRule, type DockerfileRule } from "@plimsoll/core";
import type { Instruction, ShellCommand } from "@plimsoll/syntax";
import { isPlainText } from "../../shared-commands/arguments.ts";
import { nextCommand, stopsAtFailure } from "../../shared-shell/lists.ts";
import { runScripts } from "../../shared-shell/scripts.ts";

interface Data {
  readonly instruction: Instruction;
  readonly command: ShellCommand;
  readonly folder: string;
}

const CHANGERS = new Set(["cd", "pushd"]);

export const rule: DockerfileRule<Data> = defineRule({
  id: "dockerfile/cd-failure-seen",
  title: "A script ends where its folder cannot be entered",
  severity: "warning",
  confidence: "high",
  surface: "dockerfile",
  catalogue: ["DF014"],
  aliases: ["shellcheck:SC2164"],
  since: "0.1.0",
  *check(file) {
    for (const { instruction, script } of runScripts(file)) {
      for (const command of script.commands) {
        const { name, words } = command;
        const [folder] = words;
        if (
          name === undefined ||
          !CHANGERS.has(name.literal ?? "") ||
          folder === undefined ||
          folder.literal === "/"
        )
          continue;
        const next = nextCommand(script, command);
        if (
          next?.operatorBefore !== ";" ||
          command.operatorBefore === "||" ||
          stopsAtFailure(script, command)
        )
          continue;
        yield {
          problem: "notSeen",
          at: name,
          subject: folder.raw,
          data: { instruction, command, folder: folder.value },
        };
      }
    }
  },
  message: ({ data: { folder } }) =>
    `Failure to enter "${folder}" is not seen, and what follows runs somewhere else.`,
  fix({ data: { instruction, command } }) {
    if (instruction.form === "json" || !isPlainText({ instruction, shell: command })) return [];
    return [
      {
        title: "End the script there",
        safety: "review",
        edits: [{ start: command.end, end: command.end, newText: " || exit 1" }],
      },
    ];
  },
});
