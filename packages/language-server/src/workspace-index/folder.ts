import type { Engine, FileResult, NotChecked } from "@plimsoll/core";
import type { OpenDocument } from "../documents/open-document.ts";
import { DEFAULT_SETTINGS, type Settings } from "../protocol.ts";
import { type FileAssessment, assessFile, type Excuses, type OtherFiles } from "./assess-file.ts";
import type { CrossFile } from "./cross-file.ts";
import { type FolderConfiguration, loadFolderConfiguration } from "./folder-configuration.ts";
import type { FolderSource, Host } from "./folder-source.ts";
import { FolderIndex } from "./folder-index.ts";
import { type EngineParts, freshCrossFile, type Judge, judgesAlike, makeJudge } from "./judge.ts";
import { OpenFiles } from "./open-files.ts";
import type { Pacer } from "./pacer.ts";

/** What a folder tells. */
export interface FolderEvents {
  /** The findings of some files may have changed; of all files where none are named. */
  readonly onFindings: (folder: Folder, paths: readonly string[] | undefined) => void;
  /** All open files are judged by something new: what was pulled before is out of date. */
  readonly onJudge: (folder: Folder) => void;
  readonly onProgress: (folder: Folder) => void;
  readonly onFailure: (message: string) => void;
}

/** What a folder works with. */
export interface FolderParts extends EngineParts {
  readonly uri: string;
  readonly source: FolderSource;
  readonly host: Host;
  readonly pacer: Pacer;
  readonly events: FolderEvents;
  /** False for the surroundings of a file that lies in no workspace folder: only what is open is judged. */
  readonly indexed: boolean;
}

interface Remembered {
  readonly key: readonly unknown[];
  readonly assessment: FileAssessment;
}

/** One workspace folder: its configuration, its open files, the index of all others, and what stands of their findings. */
export class Folder {
  readonly uri: string;
  readonly source: FolderSource;
  readonly open: OpenFiles;
  readonly #parts: FolderParts;
  readonly #index: FolderIndex;
  readonly #remembered = new Map<string, Remembered>();
  #settings: Settings = DEFAULT_SETTINGS;
  #judge: Judge | undefined;
  #crossFile: CrossFile | undefined;
  /** Counts loads: an older one that ends later is dropped. */
  #loads = 0;
  #ready: Promise<void> = Promise.resolve();
  #generation = 0;

  constructor(parts: FolderParts) {
    this.#parts = parts;
    this.uri = parts.uri;
    this.source = parts.source;
    this.open = new OpenFiles(parts.source, parts.host.now);
    this.#index = new FolderIndex({ folder: this, ...parts });
  }

  /** Resolves once the configuration was read: open files can be judged. */
  get ready(): Promise<void> {
    return this.#ready;
  }

  get settings(): Settings {
    return this.#settings;
  }

  get configuration(): FolderConfiguration | undefined {
    return this.#judge?.loaded;
  }

  get engine(): Engine | undefined {
    return this.#judge?.engine;
  }

  get crossFile(): CrossFile | undefined {
    return this.#crossFile;
  }

  get index(): FolderIndex {
    return this.#index;
  }

  /** Goes up whenever open files may be judged differently although their text is the same. */
  get generation(): number {
    return this.#generation;
  }

  /** Whether files that are not open are read. */
  get isIndexed(): boolean {
    return this.#parts.indexed && this.#settings.indexWorkspace && this.#settings.enable;
  }

  /** Reads the configuration, then the files. */
  load(settings?: Promise<Settings>): Promise<void> {
    this.#ready = this.#load(settings);
    return this.#ready;
  }

  async #load(settings: Promise<Settings> | undefined): Promise<void> {
    this.#loads += 1;
    const number = this.#loads;
    this.#settings = (await settings) ?? this.#settings;
    const { source, ruleSet } = this.#parts;
    const previous = this.#judge?.loaded.configuration;
    const loaded = await loadFolderConfiguration({
      source,
      ruleSet,
      settings: this.#settings,
      ...(previous === undefined ? {} : { previous }),
    });
    if (number === this.#loads) this.#install(loaded);
  }

  #install(loaded: FolderConfiguration): void {
    const before = this.#judge;
    this.#generation += 1;
    if (before !== undefined && judgesAlike(before.loaded, loaded) && this.#index.suits(this.isIndexed)) {
      this.#judge = { ...before, loaded };
      for (const path of this.open.paths()) this.#checkOpen(path);
    } else this.#use(makeJudge(this.#parts, loaded, before?.customSchemas ?? []));
    this.#parts.events.onJudge(this);
    this.#parts.events.onFindings(this, undefined);
  }

  /** Starts over with another judge. */
  #use(judge: Judge): void {
    this.#judge = judge;
    this.#crossFile = freshCrossFile(judge);
    this.#remembered.clear();
    for (const path of this.open.paths()) this.#checkOpen(path);
    this.#index.start();
  }

  /** Takes custom kinds that the index found: open files and those that lacked kinds are judged again. */
  useSchemas(): void {
    if (this.#judge === undefined) return;
    this.#judge = makeJudge(this.#parts, this.#judge.loaded, this.#index.schemas.all());
    this.#generation += 1;
    for (const path of this.open.paths()) this.#checkOpen(path);
    this.#parts.events.onJudge(this);
  }

  /** Reads the configuration and all files again. */
  reload(): Promise<void> {
    this.#judge = undefined;
    this.open.forget();
    return this.load();
  }

  /** Takes an open file as it is now. Before the configuration was read it is only kept. */
  change(path: string, document: OpenDocument): void {
    this.open.set(path, document);
    this.#checkOpen(path);
    this.#index.settleSoon([path]);
  }

  /** What beside an open file's text matters to it changed. */
  recheck(path: string): void {
    this.open.forget(path);
    this.#generation += 1;
    this.#checkOpen(path);
    this.#index.settleSoon([path]);
    this.#parts.events.onJudge(this);
  }

  close(path: string): void {
    this.open.delete(path);
    if (this.isIndexed) this.#index.refresh([path]);
    else this.#crossFile?.set(path, undefined);
    this.#index.settleSoon([path]);
  }

  #checkOpen(path: string): void {
    if (this.#judge === undefined || !this.judges(path)) return;
    const result = this.open.check(path, this.#judge.engine);
    if (result !== undefined) this.#crossFile?.set(path, result);
  }

  /** Whether a file is judged at all. */
  judges(path: string): boolean {
    return this.#settings.enable && this.#judge?.selection.excludes(path) === false;
  }

  /** Whether a file that is not open is read. */
  selects(path: string): boolean {
    const { folder } = this.source;
    if (folder !== "" && !path.startsWith(`${folder}/`)) return false;
    return this.#judge?.selection.includes(path) === true;
  }

  /** Everything known of a file that was judged, open or not. */
  assess(path: string): FileAssessment | undefined {
    const result = this.judges(path) ? this.resultOf(path) : undefined;
    const [judge, crossFile] = [this.#judge, this.#crossFile];
    if (result === undefined || judge === undefined || crossFile === undefined) return undefined;
    const others = this.othersFor(path, crossFile);
    const { waivers } = judge.loaded;
    const excuses = this.excuses(judge);
    const { today } = excuses;
    const key = [
      result,
      others.findings,
      others.partial,
      crossFile.generationOf(path),
      waivers,
      judge.engine,
      today,
    ];
    const known = this.#remembered.get(path);
    if (known !== undefined && known.key.every((part, at) => part === key[at])) return known.assessment;
    const assessment = assessFile(result, others, excuses);
    this.#remembered.set(path, { key, assessment });
    return assessment;
  }

  resultOf(path: string): FileResult | undefined {
    return this.#crossFile?.resultOf(path);
  }

  /** What other files say of a file: nothing over the workspace until all of them are known. */
  othersFor(path: string, crossFile: CrossFile): OtherFiles {
    const partial = !this.#index.isComplete;
    return {
      findings: partial ? [] : crossFile.findingsOf(path),
      stands: (finding) => crossFile.stands(finding),
      partial,
    };
  }

  excuses(judge: Pick<Judge, "engine" | "loaded">): Excuses {
    return { engine: judge.engine, waivers: judge.loaded.waivers, today: this.#parts.host.today() };
  }

  /** What could not be judged in the folder, files aside. */
  get notChecked(): readonly NotChecked[] {
    return [...this.#index.notChecked, ...(this.#crossFile?.notChecked ?? [])];
  }

  /** Stops all background work. */
  dispose(): void {
    this.#loads += 1;
    this.#index.stop();
  }
}
