import { CodedError, nearest } from "@plimsoll/core";
import type { CommandName } from "./arguments/command.ts";
import { COMMANDS, splitCommand } from "./arguments/commands.ts";
import { commandHelp, programHelp } from "./arguments/help.ts";
import type { Arguments } from "./arguments/option.ts";
import { parseArguments } from "./arguments/parse-arguments.ts";
import { printFailure } from "./terminal/print-failure.ts";
import type { Terminal } from "./terminal/terminal.ts";
import { VERSION } from "./version.ts";

/** A command's body: does the work and returns the exit code. */
export type RunCommand = (args: Arguments, terminal: Terminal) => Promise<number>;

/** How the body of each command that a program has is loaded. */
export type CommandBodies = Readonly<Partial<Record<CommandName, () => Promise<RunCommand>>>>;

/** A terminal to run in, and the commands that there are. */
export interface RunSetting {
  readonly terminal: Terminal;
  readonly bodies: CommandBodies;
}

/** Runs a command line (without the program's name) and returns its exit code. Never throws. */
export async function run(words: readonly string[], setting: RunSetting): Promise<number> {
  const { terminal } = setting;
  try {
    return await dispatch(words, setting);
  } catch (error) {
    return printFailure(error, terminal);
  }
}

async function dispatch(words: readonly string[], { terminal, bodies }: RunSetting): Promise<number> {
  const [first = "--help"] = words;
  if (first === "--version" || first === "-V") return printed(terminal, `${VERSION}\n`);
  const asksProgram = first === "--help" || first === "-h" || first === "help";
  const { name, command, rest } = splitCommand(asksProgram ? words.slice(1) : words);
  if (name === undefined) return printed(terminal, programHelp(COMMANDS));
  if (command === undefined) throw unknownCommand(name);
  // Help is given even where the rest of the line makes no sense.
  if (asksProgram || isHelpAsked(rest)) return printed(terminal, commandHelp(command));
  const load = bodies[command.name];
  if (load === undefined) throw unknownCommand(name);
  const args = parseArguments(command, rest);
  return (await load())(args, terminal);
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
