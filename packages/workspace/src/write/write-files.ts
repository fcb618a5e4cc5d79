import {
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { CodedError } from "@plimsoll/core";
import { isInside, realPath } from "../source/paths.ts";
import { reasonOf } from "../source/read-source.ts";

/** A file and its new text. */
export interface FileChange {
  /** Absolute path. */
  readonly path: string;
  readonly text: string;
}

interface Staged {
  readonly temporary: string;
  readonly target: string;
  /** What stood there before; undefined for a new file. */
  readonly before: Buffer | undefined;
}

/**
 * Writes all files or, where one cannot be written, none: each text goes to a temporary file beside its target first, and
 * only when all are there are they renamed over their targets. Modes are kept. A symbolic link inside the root is written
 * through; nothing outside the root is written.
 * @throws CodedError `write/outside-root`, `write/failed`.
 */
export function writeFilesAtomically(root: string, changes: readonly FileChange[]): void {
  const staged: Staged[] = [];
  const renamed: Staged[] = [];
  try {
    for (const change of changes) staged.push(stage(root, change));
    for (const file of staged) {
      renameSync(file.temporary, file.target);
      renamed.push(file);
    }
  } catch (error) {
    for (const { temporary } of staged) rmSync(temporary, { force: true });
    for (const file of renamed) putBack(file);
    if (error instanceof CodedError) throw error;
    throw new CodedError({
      code: "write/failed",
      message: `The files cannot be written: ${reasonOf(error)}.`,
      nextStep: "Check permissions and free space, then run again.",
      cause: error,
    });
  }
}

/** Undoes a rename after a later one failed. */
function putBack({ target, before }: Staged): void {
  if (before === undefined) rmSync(target, { force: true });
  else writeFileSync(target, before);
}

function stage(root: string, { path, text }: FileChange): Staged {
  const target = targetOf(root, path);
  const temporary = join(dirname(target), `.${basename(target).slice(0, 100)}.${crypto.randomUUID()}.tmp`);
  const before = existsSync(target) ? readFileSync(target) : undefined;
  const mode = statSync(target, { throwIfNoEntry: false })?.mode ?? 0o644;
  const descriptor = openSync(temporary, "wx", mode & 0o777);
  try {
    writeFileSync(descriptor, text);
    fsyncSync(descriptor);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  } finally {
    closeSync(descriptor);
  }
  return { temporary, target, before };
}

/** The file itself, behind a link; a new file's own path. */
function targetOf(root: string, path: string): string {
  const isThere = lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  const folder = realPath(dirname(path));
  const target = isThere ? realPath(path) : folder === undefined ? undefined : join(folder, basename(path));
  if (target !== undefined && isInside(root, target)) return target;
  throw new CodedError({
    code: "write/outside-root",
    message: `${JSON.stringify(path)} leads out of the workspace and is not written.`,
    nextStep: "Replace the symbolic link by a file, or run inside the folder that it leads to.",
  });
}
