import { lstatSync } from "node:fs";
import { join } from "node:path";
import { isInside, workspacePath } from "../source/paths.ts";
import type { Collection } from "./collection.ts";
import { listGitFiles } from "./git.ts";
import { type DiscoveryRequest, repositoryOf } from "./request.ts";
import { SKIPPED_FOLDERS, walkFolder } from "./walk.ts";

/** Lists the files below folders: by git where that works, else by walking. Paths from the root, in order. */
export async function listFolders(
  request: DiscoveryRequest,
  folders: readonly string[],
  collected: Collection,
): Promise<readonly string[]> {
  const repository = repositoryOf(request);
  const outside = folders.find((folder) => !isInside(request.root, folder));
  if (repository !== undefined && outside === undefined) {
    const listing = await listGitFiles(
      repository,
      folders.map((folder) => workspacePath(request.root, folder)),
    );
    if ("files" in listing) return keepEnterable(request, listing.files, collected);
    collected.notChecked.push({
      code: "git/not-usable",
      reason: `git could not list the files, so the folders were walked instead: ${listing.reason}.`,
    });
  }
  return walkFolders(request, folders, collected);
}

function walkFolders(
  request: DiscoveryRequest,
  folders: readonly string[],
  collected: Collection,
): readonly string[] {
  const paths = new Set<string>();
  for (const folder of folders) {
    const walk = walkFolder(request.root, folder);
    for (const file of walk.files) paths.add(workspacePath(request.root, file));
    collected.notChecked.push(...walk.notChecked);
  }
  return [...paths].sort();
}

/** Leaves out what lies in skipped folders, and names other repositories inside this one, which git lists as one entry. */
function keepEnterable(
  request: DiscoveryRequest,
  files: readonly string[],
  collected: Collection,
): readonly string[] {
  return files.filter((path) => {
    if (path.split("/").some((segment) => SKIPPED_FOLDERS.has(segment))) return false;
    if (!path.endsWith("/") && !isSubmodule(request.root, path)) return true;
    const reason = "It is a repository of its own (a submodule or nested clone). Run the check inside it.";
    collected.notChecked.push({ file: path.replace(/\/$/u, ""), code: "folder/other-repository", reason });
    return false;
  });
}

// A submodule's entry has no extension that we select, so the disk is asked for few names only.
function isSubmodule(root: string, path: string): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (name.includes(".")) return false;
  return lstatSync(join(root, path), { throwIfNoEntry: false })?.isDirectory() === true;
}
