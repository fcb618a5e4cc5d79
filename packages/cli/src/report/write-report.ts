import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { CodedError } from "@plimsoll/core";
import { reasonOf } from "@plimsoll/workspace";

/**
 * Writes a file that the user named, with the folders above it.
 * @throws CodedError `cli/not-written`.
 */
export function writeReport(path: string, text: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  } catch (error) {
    throw new CodedError({
      code: "cli/not-written",
      message: `${JSON.stringify(path)} cannot be written: ${reasonOf(error)}.`,
      nextStep: "Name another file, or check its permissions.",
      cause: error,
    });
  }
}
