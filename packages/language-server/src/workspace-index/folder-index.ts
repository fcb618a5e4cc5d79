import type { NotChecked } from "@plimsoll/core";
import { DigestLock } from "../features/code-actions/digest-lock.ts";
import type { CrossFile } from "./cross-file.ts";
import type { Folder, FolderParts } from "./folder.ts";
import { indexFiles, type IndexRun, lacksKinds, resultOf, SchemaCollection } from "./index-files.ts";

/** Files that one folder's index holds at most. */
export const MAXIMUM_FILES = 20_000;

/** How far the index has come. */
export interface IndexProgress {
  readonly done: number;
  readonly total: number;
}

/**
 * The files of a folder that are not open, read and judged in the background, and the settling of what needs several files. One
 * piece of work runs at a time; what comes meanwhile is kept for the next.
 */
export class FolderIndex {
  readonly #folder: Folder;
  readonly #parts: Omit<FolderParts, "uri">;
  #abort = new AbortController();
  #schemas = new SchemaCollection();
  #digests = new DigestLock();
  #progress: IndexProgress = { done: 0, total: 0 };
  #isComplete = false;
  #wasIndexed: boolean | undefined;
  #notChecked: readonly NotChecked[] = [];
  /** What the last listing held: a file that it leaves out, such as an ignored one, is not read. */
  #listed: ReadonlySet<string> = new Set();
  /** Files to read again. */
  readonly #changed = new Set<string>();
  #relist = false;
  #working = false;
  /** Open files whose findings may have moved since they were last told. */
  readonly #touched = new Set<string>();
  #settling = false;

  constructor({ folder, ...parts }: Omit<FolderParts, "uri"> & { readonly folder: Folder }) {
    this.#folder = folder;
    this.#parts = parts;
  }

  /** Whether all files of the folder are known. */
  get isComplete(): boolean {
    return this.#isComplete;
  }

  get isWorking(): boolean {
    return this.#working;
  }

  get progress(): IndexProgress {
    return this.#progress;
  }

  get schemas(): SchemaCollection {
    return this.#schemas;
  }

  /** Digests that the folder's files name. */
  get digests(): DigestLock {
    return this.#digests;
  }

  get notChecked(): readonly NotChecked[] {
    return this.#notChecked;
  }

  /** Whether the present state was made with the same wish to read files. */
  suits(isIndexed: boolean): boolean {
    return this.#wasIndexed === isIndexed;
  }

  /** Reads all files from the start. */
  start(): void {
    this.stop();
    this.#abort = new AbortController();
    this.#wasIndexed = this.#folder.isIndexed;
    this.#isComplete = false;
    this.#progress = { done: 0, total: 0 };
    this.#schemas = new SchemaCollection();
    this.#digests = new DigestLock();
    this.#changed.clear();
    this.#listed = new Set();
    if (!this.#folder.isIndexed) return;
    this.#relist = true;
    this.#work();
  }

  stop(): void {
    this.#abort.abort();
  }

  /** Reads some files again, because they changed on disk or were closed. */
  refresh(paths: readonly string[]): void {
    if (!this.#folder.isIndexed) return;
    for (const path of paths) {
      if (this.#listed.has(path)) this.#changed.add(path);
      else if (this.#folder.open.documentOf(path) === undefined) this.#drop(path);
    }
    if (this.#changed.size > 0) this.#work();
  }

  /** Lists the folder again: files came or went. */
  relist(): void {
    if (!this.#folder.isIndexed) return;
    this.#relist = true;
    this.#work();
  }

  #work(): void {
    if (this.#working) return;
    this.#working = true;
    const { signal } = this.#abort;
    void this.#run(signal).finally(() => {
      this.#working = false;
      // A new start, or something that came at the very end.
      if (this.#abort.signal.aborted) return;
      if (this.#relist || this.#changed.size > 0) this.#work();
      else this.#parts.events.onProgress(this.#folder);
    });
  }

  async #run(signal: AbortSignal): Promise<void> {
    try {
      while (!signal.aborted && (this.#relist || this.#changed.size > 0)) {
        const paths = this.#relist ? await this.#list(signal) : [...this.#changed];
        for (const path of paths) this.#changed.delete(path);
        await this.#read(paths, signal);
      }
      if (signal.aborted) return;
      this.#isComplete = true;
      this.#settle(undefined);
    } catch (error) {
      this.#parts.events.onFailure(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
  }

  /** The files to read: all at first, later only those that are new. Files that have gone are dropped. */
  async #list(signal: AbortSignal): Promise<readonly string[]> {
    this.#relist = false;
    const { source } = this.#folder;
    const listing = await source.list({
      select: (path) => this.#folder.selects(path),
      maximum: MAXIMUM_FILES,
      pause: this.#parts.pacer.pause,
      signal,
    });
    if (signal.aborted) return [];
    this.#notChecked = listing.notChecked;
    const present = new Set(listing.paths);
    this.#listed = present;
    const known = this.#folder.crossFile?.paths() ?? [];
    for (const path of known)
      if (!present.has(path) && this.#folder.open.documentOf(path) === undefined) this.#drop(path);
    const fresh = listing.paths.filter((path) => this.#folder.resultOf(path) === undefined);
    return [...new Set([...fresh, ...this.#changed])];
  }

  #drop(path: string): void {
    this.#folder.crossFile?.set(path, undefined);
    this.#schemas.set(path, undefined);
    this.#digests.set(path, "");
  }

  async #read(paths: readonly string[], signal: AbortSignal): Promise<void> {
    const { engine, crossFile, open } = this.#folder;
    if (engine === undefined || crossFile === undefined) return;
    const before = this.#schemas.all();
    const run: IndexRun = {
      source: this.#folder.source,
      engine,
      schemas: this.#schemas,
      digests: this.#digests,
      pause: this.#parts.pacer.pause,
      signal,
      openText: (path) => open.documentOf(path)?.text,
      take: (path, result) => crossFile.set(path, result),
      onGone: (path) => this.#drop(path),
      onProgress: (done, total) => {
        this.#progress = { done, total };
        this.#parts.events.onProgress(this.#folder);
      },
    };
    await indexFiles(paths, run);
    if (!signal.aborted && !sameItems(before, this.#schemas.all())) await this.#judgeKindsAgain(run);
  }

  /** Custom kinds came or went: files that lacked a kind, and all files that may hold one, are judged again. */
  async #judgeKindsAgain(run: IndexRun): Promise<void> {
    this.#folder.useSchemas();
    const { engine, crossFile } = this.#folder;
    if (engine === undefined || crossFile === undefined) return;
    const kinds = new Set(this.#schemas.all().map(({ kind }) => kind));
    for (const path of crossFile.paths()) {
      const result = crossFile.resultOf(path);
      if (run.signal.aborted || result === undefined || run.openText(path) !== undefined) continue;
      if (!lacksKinds(result) && !result.records.some(({ kind }) => kinds.has(kind))) continue;
      const outcome = await run.source.read(path);
      if (run.signal.aborted || run.openText(path) !== undefined || "missing" in outcome) continue;
      crossFile.set(path, resultOf(path, outcome, { ...run, engine }));
      await run.pause();
    }
  }

  /** Settles what needs several files as soon as the messages that wait were handled. */
  settleSoon(paths: readonly string[]): void {
    for (const path of paths) this.#touched.add(path);
    if (this.#settling) return;
    this.#settling = true;
    void this.#parts.host.turn().then(() => this.#settleTouched());
  }

  async #settleTouched(): Promise<void> {
    try {
      let moved = false;
      for (let stale = this.#stale(); stale !== undefined; stale = this.#stale()) {
        await stale.judge(this.#parts.pacer.breathe);
        moved = true;
      }
      const touched = [...this.#touched];
      this.#touched.clear();
      this.#parts.events.onFindings(this.#folder, moved ? undefined : touched);
    } catch (error) {
      this.#parts.events.onFailure(error instanceof Error ? (error.stack ?? error.message) : String(error));
    } finally {
      this.#settling = false;
    }
  }

  /** What is to be judged again, once all files are known. */
  #stale(): CrossFile | undefined {
    const { crossFile } = this.#folder;
    return this.#isComplete && crossFile?.isStale === true ? crossFile : undefined;
  }

  #settle(paths: readonly string[] | undefined): void {
    this.settleSoon(paths ?? this.#folder.open.paths());
  }
}

function sameItems(before: readonly unknown[], after: readonly unknown[]): boolean {
  return before.length === after.length && before.every((item, at) => item === after[at]);
}
