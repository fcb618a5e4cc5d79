import { defineRule, type DockerfileRule } from "@plimsoll/core";
import { commandsOf, type Command } from "../../shared-commands/commands.ts";
import { addArgumentAfter, isPlainText } from "../../shared-commands/arguments.ts";
import { findSwitch, flagValue } from "../../shared-commands/flags.ts";

interface Data {
  readonly command: Command;
  readonly id: string;
}

/** From here on the sparse log of last logins is some ten megabytes long. */
const LARGE = 100_000;
const VALUE_LETTERS = "bcdefgGkKpRPsuZ";

export const rule: DockerfileRule<Data> = defineRule({
  id: "dockerfile/useradd-without-log-entry",
  title: "A user with a large number gets no entry in the log of logins",
  severity: "warning",
  confidence: "high",
  surface: "dockerfile",
  catalogue: ["DF021"],
  aliases: ["hadolint:DL3046"],
  since: "0.1.0",
  *check(file) {
    for (const instruction of file.instructions) {
      for (const command of instruction.keyword === "RUN" ? commandsOf(instruction) : []) {
        const { name, nameWord, words } = command;
        if (name !== "useradd" || nameWord === undefined) continue;
        const id = flagValue(words, ["-u", "--uid"])?.literal ?? "";
        if (!/^[0-9]+$/.test(id) || Number(id) < LARGE) continue;
        if (
          findSwitch(words, { long: ["--no-log-init"], letter: "l", valueLetters: VALUE_LETTERS }) !==
          undefined
        )
          continue;
        yield { problem: "logEntry", at: nameWord, subject: id, data: { command, id } };
      }
    }
  },
  message: ({ data: { id } }) => `User number ${id} makes the log of last logins huge: add --no-log-init.`,
  fix({ data: { command } }) {
    const { nameWord } = command;
    if (nameWord === undefined || !isPlainText(command)) return [];
    return [
      {
        title: "Add --no-log-init",
        safety: "safe",
        edits: [addArgumentAfter(command, nameWord, "--no-log-init")],
      },
    ];
  },
});
