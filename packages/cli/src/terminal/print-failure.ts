import { CodedError } from "@plimsoll/core";
import { printable } from "./progress.ts";
import type { Terminal } from "./terminal.ts";

/** Exit code of a run that could not be made. */
export const EXIT_ERROR = 2;

/** Prints a failure in the one form that all have: what went wrong and where, what to do next, and the code. Returns the exit code. */
export function printFailure(error: unknown, terminal: Terminal): number {
  terminal.printError(error instanceof CodedError ? coded(error) : crash(error));
  return EXIT_ERROR;
}

function coded(error: CodedError): string {
  const [first = "", ...more] = error.message.split("\n").map(printable);
  const lines = [
    `plimsoll: ${first}`,
    ...more.map((line) => `  ${line}`),
    `  ${printable(error.nextStep)}`,
    `  (${error.code})`,
  ];
  return `${lines.join("\n")}\n`;
}

/** Something that should not happen: enough for a report, without a wall of frames. */
function crash(error: unknown): string {
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const frame =
    error instanceof Error
      ? (error.stack ?? "").split("\n").find((line) => line.trim().startsWith("at "))
      : undefined;
  const lines = [
    `plimsoll: it stopped on an error of its own: ${printable(message.slice(0, 500))}`,
    ...(frame === undefined ? [] : [`  ${printable(frame.trim())}`]),
    "  Please report this with the command line and, where possible, the file.",
    "  (internal/crash)",
  ];
  return `${lines.join("\n")}\n`;
}
