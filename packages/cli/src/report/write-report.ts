import { closeSync, mkdirSync, openSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { CodedError } from "@plimsoll/core";
import { reasonOf } from "@plimsoll/workspace";

/**
 * Writes a file that the user named, with the folders above it.
 * @throws CodedError `cli/not-written`.
 */
export function writeReport(path: string, text: Iterable<string>): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeBlocks(path, text);
  } catch (error) {
    throw new CodedError({
      code: "cli/not-written",
      message: `${JSON.stringify(path)} cannot be written: ${reasonOf(error)}.`,
      nextStep: "Name another file, or check its permissions.",
      cause: error,
    });
  }
}

function writeBlocks(path: string, text: Iterable<string>): void {
  const file = openSync(path, "w");
  try {
    for (const block of text) writeFileSync(file, block);
  } finally {
    closeSync(file);
  }
}
