import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { ActionFailure } from "../failure/action-failure.ts";

/**
 * Reads a file that somebody else wrote, up to a size.
 * @throws ActionFailure `file/unreadable` where it is no regular file or cannot be read, `file/too-large` where it is larger
 */
export function readBounded(path: string, maximumBytes: number): Buffer {
  let descriptor: number | undefined;
  try {
    // Not to wait for a writer where the path is a pipe.
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const status = fstatSync(descriptor);
    if (!status.isFile()) throw unreadable(path, "it is no regular file");
    if (status.size > maximumBytes) throw tooLarge(path, maximumBytes);
    return readUpTo(descriptor, path, maximumBytes);
  } catch (error) {
    if (error instanceof ActionFailure) throw error;
    throw unreadable(path, error instanceof Error ? error.message : String(error));
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

const CHUNK = 1024 * 1024;

/** The size that a file says of itself may be wrong: it may grow, or lie in a file system that knows none. */
function readUpTo(descriptor: number, path: string, maximumBytes: number): Buffer {
  const chunks: Buffer[] = [];
  for (let total = 0; ;) {
    const chunk = Buffer.alloc(CHUNK);
    const read = readSync(descriptor, chunk, 0, CHUNK, null);
    if (read === 0) return Buffer.concat(chunks);
    total += read;
    if (total > maximumBytes) throw tooLarge(path, maximumBytes);
    chunks.push(chunk.subarray(0, read));
  }
}

function tooLarge(path: string, maximumBytes: number): ActionFailure {
  return new ActionFailure({
    code: "file/too-large",
    message: `${JSON.stringify(path)} is larger than ${maximumBytes} bytes.`,
    nextStep: "Check that it is the file that was meant.",
  });
}

function unreadable(path: string, reason: string): ActionFailure {
  return new ActionFailure({
    code: "file/unreadable",
    message: `${JSON.stringify(path)} cannot be read: ${reason}.`,
    nextStep: "Check the path and its permissions.",
  });
}
