import { CodedError, nearest } from "@plimsoll/core";
import type { Arguments, CommandSpec, GivenOption, OptionSpec } from "./option.ts";

/**
 * Reads what stands behind a command's name: `--name value`, `--name=value`, switches, operands, and `--` before operands
 * that start with a dash. A lone `-` is an operand.
 * @throws CodedError `cli/unknown-option`, `cli/missing-value`, `cli/unexpected-value`, `cli/too-many-operands`, `cli/missing-operand`.
 */
export function parseArguments(command: CommandSpec, words: readonly string[]): Arguments {
  const operands: string[] = [];
  const given: GivenOption[] = [];
  let index = 0;
  while (index < words.length) {
    const word = words[index] ?? "";
    index += 1;
    if (word === "--") {
      operands.push(...words.slice(index));
      break;
    }
    if (!word.startsWith("-") || word === "-") operands.push(word);
    else {
      const { option, taken } = readOption(command, word, words[index]);
      given.push(option);
      index += taken;
    }
  }
  checkOperands(command, operands);
  checkRepeats(command, given);
  const valuesOf = (name: string): readonly string[] =>
    given.filter((option) => option.name === name).map(({ value }) => value);
  return {
    operands,
    given,
    valuesOf,
    valueOf: (name) => valuesOf(name).at(-1),
    has: (name) => given.some((option) => option.name === name),
  };
}

/** Options that every command understands. */
export const COMMON_OPTIONS: readonly OptionSpec[] = [
  { name: "no-color", help: "Write no colours. NO_COLOR does the same; FORCE_COLOR asks for them." },
  { name: "help", help: "Print this help." },
];

function readOption(
  command: CommandSpec,
  word: string,
  next: string | undefined,
): { readonly option: GivenOption; readonly taken: number } {
  const equals = word.indexOf("=");
  const written = equals < 0 ? word : word.slice(0, equals);
  const spec = findOption(command, written);
  const inline = equals < 0 ? undefined : word.slice(equals + 1);
  if (spec.value === undefined) {
    if (inline === undefined) return { option: { name: spec.name, value: "" }, taken: 0 };
    throw usageError(
      command,
      "cli/unexpected-value",
      `${written} takes no value.`,
      `Write ${written} alone.`,
    );
  }
  if (inline !== undefined) return { option: { name: spec.name, value: inline }, taken: 0 };
  if (next === undefined || (next.startsWith("--") && next.length > 2)) {
    throw usageError(
      command,
      "cli/missing-value",
      `${written} needs a value.`,
      `Write ${written} ${spec.value}.`,
    );
  }
  return { option: { name: spec.name, value: next }, taken: 1 };
}

function findOption(command: CommandSpec, written: string): OptionSpec {
  const all = [...command.options, ...COMMON_OPTIONS];
  const name = written === "-h" ? "help" : written.startsWith("--") ? written.slice(2) : "";
  const spec = all.find((option) => option.name === name);
  if (spec !== undefined) return spec;
  const near = nearest(
    written.replace(/^-+/u, ""),
    all.map((option) => option.name),
  );
  const next = near === undefined ? undefined : `Did you mean --${near}?`;
  throw usageError(
    command,
    "cli/unknown-option",
    `plimsoll ${command.name} has no option ${JSON.stringify(written)}.`,
    next,
  );
}

function checkOperands(command: CommandSpec, operands: readonly string[]): void {
  const { minimumOperands = 0, maximumOperands = Number.POSITIVE_INFINITY } = command;
  const usage = `Usage: plimsoll ${command.name} ${command.operands}`.trim();
  if (operands.length < minimumOperands) {
    throw usageError(
      command,
      "cli/missing-operand",
      `plimsoll ${command.name} needs more to work on.`,
      `${usage}.`,
    );
  }
  if (operands.length > maximumOperands) {
    const extra = JSON.stringify(operands[maximumOperands]);
    throw usageError(
      command,
      "cli/too-many-operands",
      `plimsoll ${command.name} does not know what to do with ${extra}.`,
      `${usage}.`,
    );
  }
}

function checkRepeats(command: CommandSpec, given: readonly GivenOption[]): void {
  for (const spec of command.options) {
    if (spec.repeatable === true || given.filter(({ name }) => name === spec.name).length < 2) continue;
    throw usageError(command, "cli/repeated-option", `--${spec.name} was given twice.`, "Give it once.");
  }
}

/** A command line that was not understood: says so, and where the help is. */
export function usageError(
  command: CommandSpec,
  code: string,
  message: string,
  nextStep?: string,
): CodedError {
  return new CodedError({ code, message, nextStep: nextStep ?? `See plimsoll ${command.name} --help.` });
}
