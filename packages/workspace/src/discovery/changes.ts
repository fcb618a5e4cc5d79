import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { CodedError } from "@plimsoll/core";
import { MAXIMUM_FILE_BYTES } from "../source/read-source.ts";
import { differsFromBlob, filesAtMergeBase } from "./git.ts";
import { type DiscoveryRequest, repositoryOf } from "./request.ts";

/**
 * Tells which files changed since the merge base with a ref.
 * @throws CodedError `git/not-a-repository` and those of `filesAtMergeBase`.
 */
export async function changesSince(
  request: DiscoveryRequest,
  ref: string,
): Promise<(path: string) => boolean> {
  const repository = repositoryOf(request);
  if (repository === undefined) {
    throw new CodedError({
      code: "git/not-a-repository",
      message: "--changed-since needs git and a git repository, and here one of them is missing.",
      nextStep: "Run inside a repository with git installed, or leave --changed-since out.",
    });
  }
  const base = await filesAtMergeBase(repository, ref);
  const known = new Map<string, boolean>();
  return (path) => {
    const before = known.get(path);
    if (before !== undefined) return before;
    const changed = hasChanged(join(request.root, path), base.get(path));
    known.set(path, changed);
    return changed;
  };
}

function hasChanged(absolute: string, blobId: string | undefined): boolean {
  if (blobId === undefined) return true;
  try {
    // A file above the limit is named as not checked whether it changed or not.
    if (statSync(absolute).size > MAXIMUM_FILE_BYTES) return true;
    return differsFromBlob(readFileSync(absolute), blobId);
  } catch {
    // Unreadable now: it is kept, so that the check itself says why it cannot be read.
    return true;
  }
}
