import { isUtf8 } from "node:buffer";
import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import type { NotChecked } from "@plimsoll/core";

/** Files above this size are named as not checked. No manifest that a person wrote comes near it. */
export const MAXIMUM_FILE_BYTES: number = 2 * 1024 * 1024;

/** A file to check. */
export interface SourceFile {
  /** Path from the workspace's root, with `/`. */
  readonly path: string;
  /** Where it is read from. */
  readonly absolute: string;
  /** Size in bytes when it was found. */
  readonly bytes: number;
  /** True where the user gave this very path: it is checked whatever its name. */
  readonly named: boolean;
}

/** A file's text, or why there is none. */
export type SourceOutcome = { readonly text: string } | { readonly notChecked: NotChecked };

/** Reads a file as UTF-8 text. It never throws: what cannot be read is said as {@link NotChecked}. A byte order mark is kept. */
export function readSource(
  file: Pick<SourceFile, "path" | "absolute">,
  maximumBytes: number = MAXIMUM_FILE_BYTES,
): SourceOutcome {
  let bytes: Buffer;
  try {
    const content = readRegularFile(file.absolute, maximumBytes);
    if (typeof content === "string") return refuse(file.path, "file/not-regular", content);
    if (content.length > maximumBytes) return { notChecked: tooLarge(file.path, maximumBytes) };
    bytes = content;
  } catch (error) {
    return refuse(file.path, "file/unreadable", `The file cannot be read: ${reasonOf(error)}.`);
  }
  return decodeSource(file.path, bytes);
}

/** Turns bytes into text, or says why they are none. */
export function decodeSource(path: string, bytes: Buffer): SourceOutcome {
  if (startsAsUtf16(bytes)) {
    return refuse(path, "file/not-text", "The file is UTF-16. Save it as UTF-8 to have it checked.");
  }
  if (bytes.includes(0)) return refuse(path, "file/not-text", "The file is binary: it holds a NUL byte.");
  if (!isUtf8(bytes))
    return refuse(path, "file/not-text", "The file is not UTF-8. Save it as UTF-8 to have it checked.");
  return { text: bytes.toString("utf8") };
}

/** The record of a file above the limit. */
export function tooLarge(path: string, maximumBytes: number): NotChecked {
  const limit = `${Math.round(maximumBytes / 1024)} KiB`;
  return {
    file: path,
    code: "file/too-large",
    reason: `The file is larger than ${limit}, the most that is read.`,
  };
}

/** The system's reason in words, without its path. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return REASONS.get(String(code)) ?? (error instanceof Error ? error.message : String(error));
}

const REASONS: ReadonlyMap<string, string> = new Map([
  ["ENOENT", "it is not there"],
  ["EACCES", "permission denied"],
  ["EPERM", "permission denied"],
  ["EISDIR", "it is a folder"],
  ["ELOOP", "its symbolic links form a loop"],
  ["ENOTDIR", "a part of its path is not a folder"],
  ["ENAMETOOLONG", "its path is too long"],
  ["EMFILE", "too many files are open"],
  ["EIO", "the disk reported an error"],
]);

function refuse(file: string, code: string, reason: string): SourceOutcome {
  return { notChecked: { file, code, reason } };
}

/** Up to one byte more than the limit, or words where it is no regular file. Opening does not wait for a pipe's writer. */
function readRegularFile(path: string, maximumBytes: number): Buffer | string {
  const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const status = fstatSync(descriptor);
    if (!status.isFile()) return "It is not a regular file.";
    const expected = Math.min(status.size, maximumBytes) + 1;
    const content = fill(descriptor, Buffer.allocUnsafe(expected), 0);
    if (content.length < expected || expected > maximumBytes) return content;
    // It grew while it was read, or its size is not known beforehand.
    const larger = Buffer.allocUnsafe(maximumBytes + 1);
    content.copy(larger);
    return fill(descriptor, larger, content.length);
  } finally {
    closeSync(descriptor);
  }
}

/** Reads on until the buffer is full or the file ends. */
function fill(descriptor: number, buffer: Buffer, from: number): Buffer {
  let filled = from;
  while (filled < buffer.length) {
    const count = readSync(descriptor, buffer, filled, buffer.length - filled, null);
    if (count === 0) break;
    filled += count;
  }
  return buffer.subarray(0, filled);
}

function startsAsUtf16(bytes: Buffer): boolean {
  const first = bytes[0];
  const second = bytes[1];
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}
