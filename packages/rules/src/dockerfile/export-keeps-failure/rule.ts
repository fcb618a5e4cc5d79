import { defineRule, type DockerfileRule } from "@plimsoll/core";
import type { Instruction, ShellCommand, TextEdit } from "@plimsoll/syntax";
import { isPlainText } from "../../shared-commands/arguments.ts";
import { expansionsOf } from "../../shared-shell/expansions.ts";
import { runScripts } from "../../shared-shell/scripts.ts";

interface Data {
  readonly instruction: Instruction;
  readonly command: ShellCommand;
  readonly name: string;
  readonly builtin: string;
}

const BUILTINS = new Set(["export", "local", "declare", "typeset", "readonly"]);

export const rule: DockerfileRule<Data> = defineRule({
  id: "dockerfile/export-keeps-failure",
  title: "The failure of a command in an assignment is seen",
  severity: "warning",
  confidence: "high",
  surface: "dockerfile",
  catalogue: ["DF014"],
  aliases: ["shellcheck:SC2155"],
  since: "0.1.0",
  *check(file) {
    for (const { instruction, script } of runScripts(file)) {
      for (const command of script.commands) {
        const builtin = command.name?.literal ?? "";
        if (command.name === undefined || !BUILTINS.has(builtin)) continue;
        const found = command.assignments.find(
          ({ value }) =>
            value !== undefined && expansionsOf(value.raw).some(({ kind }) => kind === "command"),
        );
        if (found === undefined) continue;
        const subject = file.text.slice(found.start, found.end).slice(0, 200);
        yield {
          problem: "masked",
          at: command.name,
          subject,
          data: { instruction, command, name: found.name, builtin },
        };
      }
    }
  },
  message: ({ data: { name, builtin } }) =>
    `Failure of the command that sets "${name}" is not seen, since ${builtin} itself succeeds: assign first.`,
  fix({ data: { instruction, command, name, builtin } }, { text }) {
    const [assignment] = command.assignments;
    const single = command.assignments.length === 1 && command.words.length === 1;
    if (assignment === undefined || command.name === undefined || !single || builtin === "local") return [];
    if (!isPlainText({ instruction, shell: command }) || instruction.form === "json") return [];
    if (text.slice(command.name.end, assignment.start).trim() !== "" || command.redirects.length > 0)
      return [];
    const edits: readonly TextEdit[] = [
      { start: command.name.start, end: assignment.start, newText: "" },
      { start: assignment.end, end: assignment.end, newText: ` && ${builtin} ${name}` },
    ];
    return [{ title: "Assign first", safety: "review", edits }];
  },
});
