import { defineRule, type DockerfileRule, type Problem } from "@plimsoll/core";
import type { Dockerfile } from "@plimsoll/syntax";
import { commandsOf, type Command } from "../../shared-commands/commands.ts";
import { wordSet } from "../../shared-commands/word-set.ts";

/** Programs that show something to a person or wait for one. */
const FOR_PEOPLE = wordSet("free top htop ps vi vim nano emacs less more man ifconfig");
/** Programs that act on a running machine, which a build is not. */
const FOR_MACHINES = wordSet("shutdown reboot poweroff halt mount umount");
/** Programs that start what ends with the step. */
const STARTERS = new Set(["service", "systemctl", "rc-service"]);
const STARTING = /^(?:start|restart|reload|stop|daemon-reload|status|try-restart)$/;

function isPointless(command: Command, last: boolean, inBackground: boolean): boolean {
  const { name = "", words, shell } = command;
  if (FOR_PEOPLE.has(name))
    return (
      !(shell.pipeline !== undefined && name === "ps") && !words.some(({ value }) => value === "--version")
    );
  if (FOR_MACHINES.has(name)) return true;
  // A program in the background is stopped on purpose.
  if (name === "kill") return !inBackground;
  if (name === "ssh")
    return !command.instruction.flags.some(
      ({ name: flag, value }) => flag === "mount" && value?.text.includes("type=ssh") === true,
    );
  // In the middle of a step a service may be needed, to fill a database.
  return last && STARTERS.has(name) && words.some(({ value }) => STARTING.test(value));
}

function* check(file: Dockerfile): Iterable<Problem<string>> {
  for (const written of file.instructions) {
    const instruction = written.trigger ?? written;
    if (instruction.keyword !== "RUN") continue;
    const commands = commandsOf(instruction);
    const inBackground = commands.some(({ shell }) => shell.background);
    for (const command of commands) {
      const { name, nameWord } = command;
      const last = command === commands.at(-1);
      if (name === undefined || nameWord === undefined || !isPointless(command, last, inBackground)) continue;
      yield {
        problem: "pointless",
        at: nameWord,
        subject: `${name} ${instruction.body.text.slice(0, 100)}`,
        data: name,
      };
    }
  }
}

export const rule: DockerfileRule<string> = defineRule({
  id: "dockerfile/no-pointless-commands",
  title: "Build steps run nothing that only makes sense on a running machine",
  severity: "info",
  confidence: "high",
  surface: "dockerfile",
  catalogue: ["DF014"],
  aliases: ["hadolint:DL3001", "kics:run_utilities_and_posix_commands"],
  since: "0.1.0",
  check,
  message: ({ data }) =>
    `Command "${data}" makes no sense in a build: nothing of what it does or shows stays.`,
});
