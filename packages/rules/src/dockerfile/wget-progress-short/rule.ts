import { defineRule, type DockerfileRule } from "@plimsoll/core";
import { addArgumentAfter, isPlainText } from "../../shared-commands/arguments.ts";
import { runCommands, type Command } from "../../shared-commands/commands.ts";
import { findSwitch } from "../../shared-commands/flags.ts";
import { dialectOf } from "../../shared-shell/dialect.ts";

/** Options after which wget prints little, or prints elsewhere. */
const SHORT = [
  "--quiet",
  "--no-verbose",
  "-nv",
  "--progress",
  "--output-file",
  "--append-output",
  "--help",
  "--version",
  "--spider",
];
const VALUE_LETTERS = "ABDEGIOPQRTUXYeilotw";

function isShort({ words }: Command): boolean {
  if (
    words.some(
      ({ value }) =>
        ["--progress=", "--output-file=", "--append-output="].some((option) => value.startsWith(option)) ||
        /^-[A-Za-z]*nv/.test(value),
    )
  )
    return true;
  const letters = ["q", "o", "a", "b", "V", "h"];
  return (
    findSwitch(words, { long: SHORT }) !== undefined ||
    letters.some(
      (letter) =>
        findSwitch(words, { long: [], letter, valueLetters: VALUE_LETTERS.replace(letter, "") }) !==
        undefined,
    )
  );
}

export const rule: DockerfileRule<Command> = defineRule({
  id: "dockerfile/wget-progress-short",
  title: "Downloads with wget keep the log short",
  severity: "info",
  confidence: "high",
  surface: "dockerfile",
  catalogue: [],
  aliases: ["hadolint:DL3047"],
  since: "0.1.0",
  *check(file) {
    for (const command of runCommands(file, "all")) {
      const { name, nameWord, words, shell } = command;
      if (name !== "wget" || nameWord === undefined || words.length === 0 || isShort(command)) continue;
      // Its messages go elsewhere.
      if (shell.redirects.some(({ operator, descriptor }) => operator.startsWith("&>") || descriptor === 2))
        continue;
      const subject = words
        .map(({ value }) => value)
        .join(" ")
        .slice(0, 200);
      yield { problem: "long", at: nameWord, subject, data: command };
    }
  },
  message: () => "Progress of wget fills the log of the build with thousands of lines: add -nv.",
  fix({ data }, file) {
    const { nameWord, instruction } = data;
    if (nameWord === undefined || !isPlainText(data)) return [];
    // The wget of BusyBox knows -q only.
    const busybox = dialectOf(file, instruction, "sh") === "ash";
    const flag = busybox ? "-q" : "-nv";
    return [{ title: `Add ${flag}`, safety: "review", edits: [addArgumentAfter(data, nameWord, flag)] }];
  },
});
