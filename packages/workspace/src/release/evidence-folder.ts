import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CodedError } from "@plimsoll/core";
import { reasonOf } from "../source/read-source.ts";

const MAXIMUM_FILES = 10_000;
const MAXIMUM_DEPTH = 20;

/** Bytes of all files of a folder together. */
const MAXIMUM_BYTES = 1024 * 1024 * 1024;

/** A file of an evidence folder. */
export interface EvidenceBytes {
  /** From the folder, with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * All files of a folder of evidence, in the order of their paths. All or nothing: a file that is left out could be the one that
 * says no, so what cannot be read is an error.
 * @param folder absolute
 * @throws CodedError `release/evidence-not-read`
 */
export function readEvidenceFolder(folder: string): readonly EvidenceBytes[] {
  const files: EvidenceBytes[] = [];
  const left = { files: MAXIMUM_FILES, bytes: MAXIMUM_BYTES };
  readFolder({ folder, path: "", depth: 0 }, files, left);
  return files;
}

interface Place {
  readonly folder: string;
  readonly path: string;
  readonly depth: number;
}

function readFolder(
  { folder, path, depth }: Place,
  files: EvidenceBytes[],
  left: { files: number; bytes: number },
): void {
  if (depth > MAXIMUM_DEPTH) throw notRead(path, `folders are nested deeper than ${MAXIMUM_DEPTH}`);
  const names = attempt(path, () => readdirSync(join(folder, path)));
  for (const name of [...names].sort(byCodeUnits)) {
    const own = path === "" ? name : `${path}/${name}`;
    const status = attempt(own, () => lstatSync(join(folder, own)));
    if (status.isDirectory()) {
      readFolder({ folder, path: own, depth: depth + 1 }, files, left);
      continue;
    }
    if (!status.isFile()) throw notRead(own, "it is a link or no ordinary file");
    left.files -= 1;
    left.bytes -= status.size;
    if (left.files < 0) throw notRead(own, `there are more than ${MAXIMUM_FILES} files`);
    if (left.bytes < 0)
      throw notRead(own, `the files are larger than ${MAXIMUM_BYTES / 1024 / 1024} MiB together`);
    files.push({ path: own, bytes: attempt(own, () => readFileSync(join(folder, own))) });
  }
}

function attempt<Result>(path: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    throw notRead(path, reasonOf(error));
  }
}

function byCodeUnits(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function notRead(path: string, cause: string): CodedError {
  return new CodedError({
    code: "release/evidence-not-read",
    message: `${path === "" ? "The evidence folder" : `The evidence ${JSON.stringify(path)}`} cannot be read: ${cause}.`,
    nextStep: "Give a folder that holds the evidence as ordinary files and nothing else.",
  });
}
