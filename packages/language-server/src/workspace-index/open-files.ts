import { type Engine, type FileKind, type FileMemory, type FileResult, newFileMemory } from "@plimsoll/core";
import { kindOfDocument, type OpenDocument } from "../documents/open-document.ts";
import { checkInput } from "./checker.ts";
import type { FolderSource } from "./folder-source.ts";

interface OpenState {
  document: OpenDocument;
  /** No two texts of a session have the same. */
  revision: number;
  readonly kind: FileKind | undefined;
  memory: FileMemory;
  checked: { readonly text: string; readonly engine: Engine; readonly result: FileResult } | undefined;
}

/** The open files of a folder by workspace path, with what was found in them last. An edit costs what it touched. */
export class OpenFiles {
  readonly #source: FolderSource;
  readonly #now: () => number;
  readonly #files = new Map<string, OpenState>();
  #revisions = 0;
  /** How long the last check took, in milliseconds. */
  lastRunMs: number | undefined;

  constructor(source: FolderSource, now: () => number) {
    this.#source = source;
    this.#now = now;
  }

  paths(): readonly string[] {
    return [...this.#files.keys()];
  }

  /** Takes a file that was opened or changed. */
  set(path: string, document: OpenDocument): void {
    this.#revisions += 1;
    const revision = this.#revisions;
    const known = this.#files.get(path);
    if (known !== undefined && known.document.languageId === document.languageId)
      Object.assign(known, { document, revision });
    else {
      const kind = kindOfDocument(path, document.languageId);
      this.#files.set(path, { document, revision, kind, memory: newFileMemory(), checked: undefined });
    }
  }

  /** Changes with every edit, and with every opening; undefined for a file that is not open. */
  revisionOf(path: string): number | undefined {
    return this.#files.get(path)?.revision;
  }

  delete(path: string): void {
    this.#files.delete(path);
  }

  documentOf(path: string): OpenDocument | undefined {
    return this.#files.get(path)?.document;
  }

  kindOf(path: string): FileKind | undefined {
    return this.#files.get(path)?.kind;
  }

  /** Drops what was found, because something beside the text changed. */
  forget(path?: string): void {
    for (const [file, state] of this.#files) {
      if (path !== undefined && path !== file) continue;
      state.memory = newFileMemory();
      state.checked = undefined;
    }
  }

  /** The memory of a file's last check, for features that need its trees. */
  memoryOf(path: string): FileMemory | undefined {
    return this.#files.get(path)?.memory;
  }

  /** Judges an open file, at once where nothing changed. Undefined for a file that Plimsoll does not read. */
  check(path: string, engine: Engine): FileResult | undefined {
    const state = this.#files.get(path);
    if (state?.kind === undefined) return undefined;
    const { text } = state.document;
    if (state.checked?.engine === engine && state.checked.text === text) return state.checked.result;
    if (state.checked !== undefined && state.checked.engine !== engine) state.memory = newFileMemory();
    const before = this.#now();
    const result = checkInput(engine, this.#source, { path, text, kind: state.kind }, state.memory);
    this.lastRunMs = this.#now() - before;
    state.checked = { text, engine, result };
    return result;
  }
}
