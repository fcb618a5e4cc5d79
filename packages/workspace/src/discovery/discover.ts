import { lstatSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { CodedError, type NotChecked } from "@plimsoll/core";
import { realPath, workspacePath } from "../source/paths.ts";
import type { SourceFile } from "../source/read-source.ts";
import { Collection } from "./collection.ts";
import type { DiscoveryRequest } from "./request.ts";

/** Files to check, in the order of their paths. */
export interface Discovery {
  readonly files: readonly SourceFile[];
  readonly notChecked: readonly NotChecked[];
  /** Every file seen in the given folders, whatever its name: paths from the root. Named files are not in it. */
  readonly listed: readonly string[];
  /** Whether a file counts as changed. Always true without `changedSince`. */
  readonly isChanged: (path: string) => boolean;
}

/**
 * Finds the files to check. Files that the user names are always in; folders are listed by git (tracked and untracked
 * files, without ignored ones) or, without git, walked with `.gitignore` in mind.
 * @throws CodedError `path/not-found` for a path that does not exist, `git/…` for a bad `changedSince`.
 */
export async function discoverFiles(request: DiscoveryRequest): Promise<Discovery> {
  const collected = new Collection(request);
  const folders = takeNamedFiles(request, collected);
  const paths = await listed(request, folders, collected);
  for (const path of paths) {
    if (!request.select(path)) continue;
    const absolute = join(request.root, path);
    collected.add({ path, absolute, named: false });
  }
  const isChanged = await changeTest(request);
  return {
    files: collected.files().filter((file) => isChanged(file.path)),
    notChecked: collected.notChecked.filter(({ file }) => file === undefined || isChanged(file)),
    listed: paths,
    isChanged,
  };
}

/** Adds the files among the given paths, and returns the folders. */
function takeNamedFiles(request: DiscoveryRequest, collected: Collection): readonly string[] {
  const folders: string[] = [];
  for (const given of request.paths) {
    const absolute = join(realPath(dirname(given)) ?? dirname(given), basename(given));
    const status = statSync(absolute, { throwIfNoEntry: false });
    if (status === undefined && lstatSync(absolute, { throwIfNoEntry: false }) === undefined) {
      throw new CodedError({
        code: "path/not-found",
        message: `There is no file or folder ${JSON.stringify(absolute)}.`,
        nextStep: "Check the spelling; paths count from the folder where the command runs.",
      });
    }
    if (status?.isDirectory() === true) folders.push(realPath(absolute) ?? absolute);
    else collected.add({ path: workspacePath(request.root, absolute), absolute, named: true });
  }
  return folders;
}

// Git and the walk are loaded only where a folder or changes are asked for: a check of one named file needs neither.

async function listed(
  request: DiscoveryRequest,
  folders: readonly string[],
  collected: Collection,
): Promise<readonly string[]> {
  if (folders.length === 0) return [];
  const { listFolders } = await import("./list-folders.ts");
  return listFolders(request, folders, collected);
}

async function changeTest(request: DiscoveryRequest): Promise<(path: string) => boolean> {
  if (request.changedSince === undefined) return () => true;
  const { changesSince } = await import("./changes.ts");
  return changesSince(request, request.changedSince);
}
