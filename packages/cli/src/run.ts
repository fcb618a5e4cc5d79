import { CodedError, nearest } from "@plimsoll/core";
import type { CommandName } from "./arguments/command.ts";
import { COMMANDS, splitCommand } from "./arguments/commands.ts";
import { commandHelp, programHelp } from "./arguments/help.ts";
import type { Arguments } from "./arguments/option.ts";
import { parseArguments } from "./arguments/parse-arguments.ts";
import { check } from "./commands/check.ts";
import { printFailure } from "./terminal/print-failure.ts";
import type { Terminal } from "./terminal/terminal.ts";
import { VERSION } from "./version.ts";

/** A command's body: does the work and returns the exit code. */
export type RunCommand = (args: Arguments, terminal: Terminal) => Promise<number>;

/** Runs a command line (without the program's name) and returns its exit code. Never throws. */
export async function run(words: readonly string[], terminal: Terminal): Promise<number> {
  try {
    return await dispatch(words, terminal);
  } catch (error) {
    return printFailure(error, terminal);
  }
}

async function dispatch(words: readonly string[], terminal: Terminal): Promise<number> {
  const [first = "--help"] = words;
  if (first === "--version" || first === "-V") return printed(terminal, `${VERSION}\n`);
  const asksProgram = first === "--help" || first === "-h" || first === "help";
  const { name, command, rest } = splitCommand(asksProgram ? words.slice(1) : words);
  if (name === undefined) return printed(terminal, programHelp(COMMANDS));
  if (command === undefined) throw unknownCommand(name);
  // Help is given even where the rest of the line makes no sense.
  if (asksProgram || isHelpAsked(rest)) return printed(terminal, commandHelp(command));
  const args = parseArguments(command, rest);
  const body = await BODIES[command.name]();
  return body(args, terminal);
}

function isHelpAsked(words: readonly string[]): boolean {
  const end = words.indexOf("--");
  const options = end < 0 ? words : words.slice(0, end);
  return options.includes("--help") || options.includes("-h");
}

async function printed(terminal: Terminal, text: string): Promise<number> {
  await terminal.print(text);
  return 0;
}

function unknownCommand(name: string): CodedError {
  const near = nearest(
    name,
    COMMANDS.map((command) => command.name),
  );
  const group = COMMANDS.map((command) => command.name.split(" ")).filter(
    ([first, second]) => first === name && second !== undefined,
  );
  if (group.length > 0) {
    return new CodedError({
      code: "cli/unknown-command",
      message: `plimsoll ${name} needs to know what to do.`,
      nextStep: `plimsoll ${name} has: ${group.map(([, second]) => second).join(", ")}.`,
    });
  }
  return new CodedError({
    code: "cli/unknown-command",
    message: `plimsoll has no command ${JSON.stringify(name)}.`,
    nextStep: near === undefined ? "See plimsoll --help." : `Did you mean plimsoll ${near}?`,
  });
}

/** `check` comes with the program, since a file more costs its start a millisecond; the others are loaded when they are called. */
const BODIES: Readonly<Record<CommandName, () => Promise<RunCommand>>> = {
  check: () => Promise.resolve(check),
  fix: async () => (await import("./commands/fix.ts")).fix,
  explain: async () => (await import("./commands/explain.ts")).explain,
  rules: async () => (await import("./commands/rules.ts")).rules,
  requirements: async () => (await import("./commands/requirements.ts")).requirements,
  init: async () => (await import("./commands/init.ts")).init,
  migrate: async () => (await import("./commands/migrate.ts")).migrate,
  waive: async () => (await import("./commands/waive.ts")).waive,
  "scan merge": async () => (await import("./commands/scan-merge.ts")).scanMerge,
  "scan gate": async () => (await import("./commands/scan-gate.ts")).scanGate,
  "scan diff": async () => (await import("./commands/scan-diff.ts")).scanDiff,
  "scap read": async () => (await import("./commands/scap-read.ts")).scapRead,
  schema: async () => (await import("./commands/schema.ts")).schema,
};
