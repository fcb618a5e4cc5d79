import { lstatSync, type Stats, statSync } from "node:fs";
import type { NotChecked } from "@plimsoll/core";
import { isInside, realPath, workspacePath } from "../source/paths.ts";
import { MAXIMUM_FILE_BYTES, reasonOf, type SourceFile, tooLarge } from "../source/read-source.ts";
import type { DiscoveryRequest } from "./request.ts";

/** A path that may be a file to check. */
export type Candidate = Omit<SourceFile, "bytes">;

/** Keeps what can be checked, and says why the rest cannot. */
export class Collection {
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
