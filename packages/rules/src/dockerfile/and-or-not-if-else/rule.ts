import { defineRule, type DockerfileRule } from "@plimsoll/core";
import { commandBefore } from "../../shared-shell/lists.ts";
import { runScripts } from "../../shared-shell/scripts.ts";

interface Data {
  readonly second: string;
  readonly third: string;
}

/** Commands that do not fail, or that end the script as they should. */
const HARMLESS = new Set([
  "true",
  ":",
  "exit",
  "return",
  "false",
  "echo",
  "printf",
  "break",
  "continue",
  "sleep",
  "kill",
]);

export const rule: DockerfileRule<Data> = defineRule({
  id: "dockerfile/and-or-not-if-else",
  title: "A choice is written with if",
  severity: "info",
  confidence: "medium",
  surface: "dockerfile",
  catalogue: ["DF014"],
  aliases: ["shellcheck:SC2015"],
  since: "0.1.0",
  *check(file) {
    for (const { script } of runScripts(file)) {
      for (const command of script.commands) {
        if (command.operatorBefore !== "||") continue;
        const before = commandBefore(script, command);
        const second = before?.effective.name ?? before?.name?.value;
        const third = command.effective.name ?? command.name?.value;
        if (before?.operatorBefore !== "&&" || second === undefined || third === undefined) continue;
        if (HARMLESS.has(second) || HARMLESS.has(third)) continue;
        const subject = file.text.slice(before.start, command.end).slice(0, 200);
        yield { problem: "notElse", at: command.name ?? command, subject, data: { second, third } };
      }
    }
  },
  message: ({ data: { second, third } }) =>
    `Command "${third}" also runs where "${second}" fails: a choice takes if and else.`,
});
