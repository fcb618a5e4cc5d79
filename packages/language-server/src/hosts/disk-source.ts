import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  findRepositoryRoot,
  isInside,
  readSource,
  realPath,
  siblingReader,
  walkInSteps,
  workspacePath,
} from "@plimsoll/workspace";
import { tooMany } from "../workspace-index/client-source.ts";
import type { FolderSource, Listing, ListRequest, ReadOutcome } from "../workspace-index/folder-source.ts";
import { FolderUris } from "../workspace-index/folder-uris.ts";

/** A folder on this machine's disk. The root is its repository's, as on the command line, so that paths and fingerprints agree. */
export class DiskSource implements FolderSource {
  readonly folder: string;
  readonly #root: string;
  readonly #start: string;
  readonly #uris: FolderUris;

  constructor(folderUri: string) {
    const given = fileURLToPath(folderUri);
    this.#start = realPath(given) ?? given;
    this.#root = findRepositoryRoot(this.#start) ?? this.#start;
    const path = workspacePath(this.#root, this.#start);
    this.folder = path === "." ? "" : path;
    this.#uris = new FolderUris({ folderUri, folder: this.folder });
  }

  readonly pathOf = (uri: string): string | undefined => this.#uris.pathOf(uri);

  readonly uriOf = (path: string): string => this.#uris.uriOf(path);

  readonly list = async ({ select, maximum, pause, signal }: ListRequest): Promise<Listing> => {
    const steps = walkInSteps(this.#root, this.#start);
    for (;;) {
      const step = steps.next();
      if (step.done === true) {
        const found = step.value.files.map((file) => workspacePath(this.#root, file)).filter(select);
        const notChecked =
          found.length > maximum ? [...step.value.notChecked, tooMany(maximum)] : step.value.notChecked;
        return { paths: found.sort().slice(0, maximum), notChecked };
      }
      await pause();
      if (signal.aborted) return { paths: [], notChecked: [] };
    }
  };

  /** Links are followed inside the root only. */
  readonly read = (path: string): Promise<ReadOutcome> => {
    const absolute = join(this.#root, path);
    const real = realPath(absolute);
    if (real === undefined) return Promise.resolve({ missing: true });
    if (!isInside(this.#root, real)) {
      const reason = "It is a symbolic link that leads out of the workspace.";
      return Promise.resolve({ notChecked: { file: path, code: "file/outside-root", reason } });
    }
    return Promise.resolve(readSource({ path, absolute: real }));
  };

  readonly siblingsOf = (path: string): ((name: string) => string | undefined) =>
    siblingReader(this.#root, join(this.#root, path));
}
