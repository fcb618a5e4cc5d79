import { defineRule, type DockerfileRule } from "@plimsoll/core";
import type { ParsedShell, ShellCommand } from "@plimsoll/syntax";
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

/** The name of a command, or what stands in its place. */
function nameOf(command: ShellCommand | undefined): string | undefined {
  return command?.effective.name ?? command?.name?.value;
}

/** The `b` of `a && b || c`, where it may fail and `c` is a step of its own. */
function secondOf(script: ParsedShell, third: ShellCommand): ShellCommand | undefined {
  if (third.operatorBefore !== "||") return undefined;
  const before = commandBefore(script, third);
  if (before?.operatorBefore !== "&&") return undefined;
  return [before, third].some((one) => HARMLESS.has(nameOf(one) ?? ":")) ? undefined : before;
}

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
        const before = secondOf(script, command);
        if (before === undefined) continue;
        const subject = file.text.slice(before.start, command.end).slice(0, 200);
        const data = { second: nameOf(before) ?? "", third: nameOf(command) ?? "" };
        yield { problem: "notElse", at: command.name ?? command, subject, data };
      }
    }
  },
  message: ({ data: { second, third } }) =>
    `Command "${third}" also runs where "${second}" fails: a choice takes if and else.`,
});
