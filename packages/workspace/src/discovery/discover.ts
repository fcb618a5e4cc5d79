import { lstatSync, readFileSync, type Stats, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { CodedError, type NotChecked } from "@plimsoll/core";
import type { Execute } from "../process/execute.ts";
import { isInside, realPath, workspacePath } from "../source/paths.ts";
import { MAXIMUM_FILE_BYTES, reasonOf, type SourceFile, tooLarge } from "../source/read-source.ts";
import { differsFromBlob, filesAtMergeBase, type GitRepository, listGitFiles } from "./git.ts";
import { SKIPPED_FOLDERS, walkFolder } from "./walk.ts";

/** What to look for, and where. */
export interface DiscoveryRequest {
  /** Absolute real path of the workspace's root. */
  readonly root: string;
  /** Absolute paths of files and folders that the user gave; the root where none was given. */
  readonly paths: readonly string[];
  /** Whether a file found in a folder is one to check, by its path from the root. */
  readonly select: (path: string) => boolean;
  /** Absolute path of git, where the root is a repository and git is there. */
  readonly git: string | undefined;
  readonly execute: Execute;
  readonly environment: NodeJS.ProcessEnv;
  /** Only files that changed since the merge base with this ref. */
  readonly changedSince: string | undefined;
  readonly maximumBytes?: number;
}

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
  const listed = await listFolders(request, folders, collected);
  for (const path of listed) {
    if (!request.select(path)) continue;
    const absolute = join(request.root, path);
    collected.add({ path, absolute, named: false });
  }
  const isChanged = await changeTest(request);
  return {
    files: collected.files().filter((file) => isChanged(file.path)),
    notChecked: collected.notChecked.filter(({ file }) => file === undefined || isChanged(file)),
    listed,
    isChanged,
  };
}

type Candidate = Omit<SourceFile, "bytes">;

/** Keeps what can be checked, and says why the rest cannot. */
class Collection {
  readonly notChecked: NotChecked[] = [];
  readonly #files = new Map<string, SourceFile>();
  readonly #request: DiscoveryRequest;

  constructor(request: DiscoveryRequest) {
    this.#request = request;
  }

  add(candidate: Candidate): void {
    if (this.#files.has(candidate.path)) return;
    const status = this.#statusOf(candidate);
    if (status === undefined) return;
    const limit = this.#request.maximumBytes ?? MAXIMUM_FILE_BYTES;
    if (!status.isFile()) this.#refuse(candidate, "file/not-regular", "It is not a regular file.");
    else if (status.size > limit) this.notChecked.push(tooLarge(candidate.path, limit));
    else this.#files.set(candidate.path, { ...candidate, bytes: status.size });
  }

  /** In the order of paths. A link to a file that is checked under its own name is left out. */
  files(): readonly SourceFile[] {
    const files = [...this.#files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
    return files.filter((file) => !this.#isSecondName(file));
  }

  #isSecondName(file: SourceFile): boolean {
    if (file.named || !this.#links.has(file.path)) return false;
    const real = realPath(file.absolute);
    return real !== undefined && this.#files.has(workspacePath(this.#request.root, real));
  }

  readonly #links = new Set<string>();

  /** The file's status, links followed inside the root only. Undefined where there is none; the reason is recorded. */
  #statusOf(candidate: Candidate): Stats | undefined {
    try {
      const status = lstatSync(candidate.absolute);
      return status.isSymbolicLink() ? this.#statusOfLink(candidate) : status;
    } catch (error) {
      if (!isDeleted(error, candidate))
        this.#refuse(candidate, "file/unreadable", `The file cannot be read: ${reasonOf(error)}.`);
      return undefined;
    }
  }

  #statusOfLink(candidate: Candidate): Stats | undefined {
    const real = realPath(candidate.absolute);
    if (real === undefined) {
      this.#refuse(candidate, "file/broken-link", "It is a symbolic link that leads nowhere.");
      return undefined;
    }
    if (!isInside(this.#request.root, real)) {
      this.#refuse(candidate, "file/outside-root", "It is a symbolic link that leads out of the workspace.");
      return undefined;
    }
    this.#links.add(candidate.path);
    const status = statSync(real);
    // A linked folder is listed under its real name.
    return status.isDirectory() ? undefined : status;
  }

  #refuse(candidate: Candidate, code: string, reason: string): void {
    this.notChecked.push({ file: candidate.path, code, reason });
  }
}

/** git lists tracked files that were deleted since: there is nothing to check. A name that is not UTF-8 looks the same, and is reported. */
function isDeleted(error: unknown, candidate: Candidate): boolean {
  const gone = error instanceof Error && "code" in error && error.code === "ENOENT";
  return gone && !candidate.named && !candidate.path.includes("\uFFFD");
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

async function listFolders(
  request: DiscoveryRequest,
  folders: readonly string[],
  collected: Collection,
): Promise<readonly string[]> {
  if (folders.length === 0) return [];
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

async function changeTest(request: DiscoveryRequest): Promise<(path: string) => boolean> {
  if (request.changedSince === undefined) return () => true;
  const repository = repositoryOf(request);
  if (repository === undefined) {
    throw new CodedError({
      code: "git/not-a-repository",
      message: "--changed-since needs git and a git repository, and here one of them is missing.",
      nextStep: "Run inside a repository with git installed, or leave --changed-since out.",
    });
  }
  const base = await filesAtMergeBase(repository, request.changedSince);
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

function repositoryOf(request: DiscoveryRequest): GitRepository | undefined {
  const { git, root, execute, environment } = request;
  return git === undefined ? undefined : { command: git, root, execute, environment };
}
