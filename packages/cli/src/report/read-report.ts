import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { CodedError } from "@plimsoll/core";
import { reasonOf } from "@plimsoll/workspace";

/** Largest report that is read into memory, in bytes. */
const MAXIMUM_BYTES = 256 * 1024 * 1024;

/**
 * The text of a report that the user named: UTF-8, or UTF-16 where it starts with that byte-order mark.
 * @throws CodedError `cli/not-read`, `cli/too-large`
 */
export function readReport(path: string, cwd: string): string {
  const bytes = readBytes(resolve(cwd, path), path);
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

/** The text of a report, and the digest of the bytes that it was read from, `sha256:…`. Errors as for {@link readReport}. */
export function readReportWithDigest(
  path: string,
  cwd: string,
): { readonly text: string; readonly digest: string } {
  const bytes = readBytes(resolve(cwd, path), path);
  const digest = `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
  return { text: new TextDecoder(encodingOf(bytes)).decode(bytes), digest };
}

function readBytes(file: string, path: string): Buffer {
  try {
    const { size } = statSync(file);
    if (size <= MAXIMUM_BYTES) return readFileSync(file);
  } catch (error) {
    throw new CodedError({
      code: "cli/not-read",
      message: `${JSON.stringify(path)} cannot be read: ${reasonOf(error)}.`,
      nextStep: "Check the path and its permissions.",
      cause: error,
    });
  }
  throw new CodedError({
    code: "cli/too-large",
    message: `${JSON.stringify(path)} is larger than ${MAXIMUM_BYTES / 1024 / 1024} MiB.`,
    nextStep: "Pass the report of one scan of one target.",
  });
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
}
