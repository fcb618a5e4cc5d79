import { CodedError, nearest } from "@plimsoll/core";
import { type CommandName, COMMANDS, findCommand } from "./arguments/commands.ts";
import { commandHelp, programHelp } from "./arguments/help.ts";
import type { Arguments } from "./arguments/option.ts";
import { parseArguments } from "./arguments/parse-arguments.ts";
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
  const [name = "--help", ...rest] = words;
  if (name === "--version" || name === "-V") return printed(terminal, `${VERSION}\n`);
  if (name === "--help" || name === "-h" || (name === "help" && rest.length === 0)) return printed(terminal, programHelp(COMMANDS));
  const asked = name === "help" ? (rest[0] ?? "") : name;
  const command = findCommand(asked);
  if (command === undefined) throw unknownCommand(asked);
  // Help is given even where the rest of the line makes no sense.
  if (name === "help" || isHelpAsked(rest)) return printed(terminal, commandHelp(command));
  const args = parseArguments(command, rest);
  const body = await loadCommand(command.name);
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
  const near = nearest(name, COMMANDS.map((command) => command.name));
  return new CodedError({
    code: "cli/unknown-command",
    message: `plimsoll has no command ${JSON.stringify(name)}.`,
    nextStep: near === undefined ? "See plimsoll --help." : `Did you mean plimsoll ${near}?`,
  });
}

/** Loads the one command that was called, so that the others cost nothing. */
async function loadCommand(name: CommandName): Promise<RunCommand> {
  switch (name) {
    case "check":
      return (await import("./commands/check.ts")).check;
    case "fix":
      return (await import("./commands/fix.ts")).fix;
    case "explain":
      return (await import("./commands/explain.ts")).explain;
    case "rules":
      return (await import("./commands/rules.ts")).rules;
    case "requirements":
      return (await import("./commands/requirements.ts")).requirements;
    case "init":
      return (await import("./commands/init.ts")).init;
    case "waive":
      return (await import("./commands/waive.ts")).waive;
    case "schema":
      return (await import("./commands/schema.ts")).schema;
  }
}
