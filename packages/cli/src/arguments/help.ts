import type { CommandSpec, OptionSpec } from "./option.ts";
import { COMMON_OPTIONS } from "./parse-arguments.ts";

const WIDTH = 100;
const INDENT = "  ";

/** Help of one command. */
export function commandHelp(command: CommandSpec): string {
  const options = [...command.options, ...COMMON_OPTIONS];
  const lines = [
    command.summary,
    "",
    `Usage: plimsoll ${command.name} ${command.operands}`.trimEnd(),
    "",
    "Options:",
    ...columns(options.map((option) => [optionHead(option), option.help])),
  ];
  for (const note of command.notes ?? []) lines.push("", ...wrap(note, WIDTH));
  lines.push(
    "",
    "Examples:",
    ...command.examples.flatMap(([line, meaning]) => [`${INDENT}${line}`, `${INDENT}    ${meaning}`]),
  );
  return `${lines.join("\n")}\n`;
}

/** Help of the program. */
export function programHelp(commands: readonly CommandSpec[]): string {
  return [
    "plimsoll checks Dockerfiles and Kubernetes YAML against the DoD Enterprise DevSecOps Reference Design.",
    "",
    "Usage: plimsoll <command> [options]",
    "",
    "Commands:",
    ...columns(commands.map((command) => [command.name, command.summary])),
    "",
    "Options:",
    ...columns([
      ["--version", "Print the version."],
      ["--help", "Print this help; plimsoll <command> --help tells more."],
    ]),
    "",
    "Exit codes: 0 nothing to report, 1 findings, 2 the check could not be made.",
    "",
    "Start with:",
    `${INDENT}plimsoll check`,
    `${INDENT}plimsoll explain dockerfile/base-image-pinned-by-digest`,
    "",
  ].join("\n");
}

function optionHead({ name, value, repeatable }: OptionSpec): string {
  return `--${name}${value === undefined ? "" : ` ${value}`}${repeatable === true ? " …" : ""}`;
}

/** Two columns; the right one is wrapped. */
function columns(rows: readonly (readonly [string, string])[]): readonly string[] {
  const left = Math.max(...rows.map(([head]) => head.length)) + 4;
  return rows.flatMap(([head, text]) =>
    wrap(text, WIDTH - left).map((line, index) => (INDENT + (index === 0 ? head : "")).padEnd(left) + line),
  );
}

/** Breaks a text at blanks so that no line is longer than the width, unless one word is. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  lines.push(line);
  return lines;
}
