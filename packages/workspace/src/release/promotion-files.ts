import { isUtf8 } from "node:buffer";
import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CodedError } from "@plimsoll/core";
import type { RepositoryFile } from "@plimsoll/core/promotion";
import { reasonOf } from "../source/read-source.ts";

const MAXIMUM_FILES = 20_000;
const MAXIMUM_DEPTH = 64;
const MAXIMUM_BYTES = 8 * 1024 * 1024;
const PASSED_OVER: ReadonlySet<string> = new Set([".git", "node_modules"]);

/**
 * The YAML and JSON files at paths of a checkout, byte for byte, in the order of their names. Links are named and not followed.
 * @param root absolute
 * @param paths files or folders, from the root with `/`; empty for the root itself
 * @throws CodedError `promote/not-read`
 */
export function readPromotionFiles(root: string, paths: readonly string[]): readonly RepositoryFile[] {
  const files = new Map<string, RepositoryFile>();
  for (const path of paths) visit({ root, path, depth: 0, isNamed: true }, files);
  return [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

interface Place {
  readonly root: string;
  readonly path: string;
  readonly depth: number;
  readonly isNamed: boolean;
}

function visit(place: Place, files: Map<string, RepositoryFile>): void {
  const { root, path, depth, isNamed } = place;
  const absolute = join(root, path);
  const status = attempt(path, () => lstatSync(absolute));
  if (status.isDirectory()) {
    if (depth > MAXIMUM_DEPTH) throw notRead(path, `folders are nested deeper than ${MAXIMUM_DEPTH}`);
    for (const name of attempt(path, () => readdirSync(absolute))) {
      if (PASSED_OVER.has(name)) continue;
      visit({ root, path: path === "" ? name : `${path}/${name}`, depth: depth + 1, isNamed: false }, files);
    }
    return;
  }
  if (!isNamed && !/\.(?:ya?ml|json)$|(?:^|\/)Kustomization$/u.test(path)) return;
  if (files.size >= MAXIMUM_FILES) throw notRead(path, `there are more than ${MAXIMUM_FILES} files`);
  if (status.isSymbolicLink()) files.set(path, { path, unreadable: "is a symbolic link" });
  else if (!status.isFile()) files.set(path, { path, unreadable: "is no ordinary file" });
  else if (status.size > MAXIMUM_BYTES)
    files.set(path, { path, unreadable: `is larger than ${MAXIMUM_BYTES / 1024 / 1024} MiB` });
  else files.set(path, readText(path, absolute));
}

function readText(path: string, absolute: string): RepositoryFile {
  const bytes = attempt(path, () => readFileSync(absolute));
  // A byte-order mark is kept as a character.
  return isUtf8(bytes) ? { path, text: bytes.toString("utf8") } : { path, unreadable: "is not UTF-8" };
}

function attempt<Result>(path: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    throw notRead(path, reasonOf(error));
  }
}

function notRead(path: string, cause: string): CodedError {
  return new CodedError({
    code: "promote/not-read",
    message: `${JSON.stringify(path === "" ? "." : path)} cannot be read: ${cause}.`,
    nextStep: "Check the path, which counts from where the command runs, and its permissions.",
  });
}
