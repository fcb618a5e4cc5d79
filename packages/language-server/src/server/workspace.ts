import type { ClientFiles } from "../workspace-index/client-files.ts";
import { Folder, type FolderEvents } from "../workspace-index/folder.ts";
import type { FolderSource, Host, SourceEvents } from "../workspace-index/folder-source.ts";
import { isBelow, parentOf } from "../workspace-index/folder-uris.ts";
import type { EngineParts } from "../workspace-index/judge.ts";
import type { Pacer } from "../workspace-index/pacer.ts";
import type { Settings } from "../protocol.ts";

/** What a workspace works with. */
export interface WorkspaceParts extends EngineParts {
  readonly host: Host;
  readonly pacer: Pacer;
  readonly clientFiles: ClientFiles | undefined;
  readonly events: FolderEvents;
  /** The settings that hold for a folder. */
  readonly settingsOf: (folderUri: string) => Promise<Settings>;
}

/** A file in its folder. */
export interface Place {
  readonly folder: Folder;
  readonly path: string;
}

/** The folders that the client has open, and the surroundings of files that lie in none of them. */
export class Workspace {
  readonly #parts: WorkspaceParts;
  readonly #folders = new Map<string, Folder>();
  /** Surroundings of single files, by the folder that they lie in. */
  readonly #loose = new Map<string, Folder>();

  constructor(parts: WorkspaceParts) {
    this.#parts = parts;
  }

  /** All folders, those of single files last. */
  all(): readonly Folder[] {
    return [...this.#folders.values(), ...this.#loose.values()];
  }

  add(uri: string): Folder | undefined {
    if (this.#folders.has(uri)) return undefined;
    const folder = this.#make(uri, true);
    if (folder !== undefined) this.#folders.set(uri, folder);
    return folder;
  }

  remove(uri: string): Folder | undefined {
    const folder = this.#folders.get(uri);
    this.#folders.delete(uri);
    folder?.dispose();
    return folder;
  }

  /** Where a file lies: in the innermost of the folders that hold it. Undefined where nothing is known of its surroundings. */
  placeOf(uri: string): Place | undefined {
    const holders = [...this.#folders.values()].filter((folder) => isBelow(folder.uri, uri));
    const folder = holders.sort((a, b) => b.uri.length - a.uri.length)[0] ?? this.#loose.get(parentOf(uri));
    const path = folder?.source.pathOf(uri);
    return folder === undefined || path === undefined ? undefined : { folder, path };
  }

  /** The same; surroundings are opened for a file that lies in no folder. */
  place(uri: string): Place | undefined {
    const known = this.placeOf(uri);
    if (known !== undefined) return known;
    const parent = parentOf(uri);
    const folder = this.#loose.get(parent) ?? this.#make(parent, false);
    const path = folder?.source.pathOf(uri);
    if (folder === undefined || path === undefined) return undefined;
    this.#loose.set(parent, folder);
    void this.load(folder);
    return { folder, path };
  }

  /** Lets go of surroundings that no open file is left in. */
  release(folder: Folder): void {
    if (folder.open.paths().length > 0 || this.#loose.get(folder.uri) !== folder) return;
    this.#loose.delete(folder.uri);
    folder.dispose();
  }

  /** Reads a folder's settings, configuration and files. */
  async load(folder: Folder): Promise<void> {
    await folder.load(this.#parts.settingsOf(folder.uri));
  }

  #make(uri: string, indexed: boolean): Folder | undefined {
    const made: { folder?: Folder } = {};
    const events: SourceEvents = { onSibling: (path) => made.folder?.recheck(path) };
    const source = this.#open(uri, events);
    if (source === undefined) return undefined;
    made.folder = new Folder({ ...this.#parts, uri, source, indexed });
    return made.folder;
  }

  #open(uri: string, events: SourceEvents): FolderSource | undefined {
    try {
      return this.#parts.host.open(uri, this.#parts.clientFiles, events);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#parts.events.onFailure(`The folder ${uri} cannot be opened: ${reason}`);
      return undefined;
    }
  }
}
