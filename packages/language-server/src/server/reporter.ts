import type { Finding } from "@plimsoll/core";
import type { FindingsChanged, Status } from "../protocol.ts";
import type { Folder } from "../workspace-index/folder.ts";
import type { Host } from "../workspace-index/folder-source.ts";
import type { Pacer } from "../workspace-index/pacer.ts";
import { VERSION } from "../version.ts";
import { type FolderSummary, rulesOn, summarise } from "./summary.ts";

/** Views are told of changes at most so often, in milliseconds. */
const INTERVAL = 250;

/** What a reporter works with. */
export interface ReporterParts {
  readonly host: Host;
  readonly pacer: Pacer;
  readonly folders: () => readonly Folder[];
  readonly sendStatus: (status: Status) => void;
  readonly sendChanged: (changed: FindingsChanged) => void;
  /** The findings about a folder's waivers changed. */
  readonly onReports: (folder: Folder) => void;
  readonly onFailure: (message: string) => void;
}

const NOTHING: FolderSummary = { findings: { error: 0, warning: 0, info: 0 }, waived: 0, reports: [] };

/** Keeps counts and the findings about waivers up to date in the background, and tells the client how the server is doing. */
export class Reporter {
  readonly #parts: ReporterParts;
  readonly #summaries = new Map<Folder, FolderSummary>();
  #isWaiting = false;
  #again = false;
  #findingsMoved = false;
  #lastStatus = "";
  #failure: string | undefined;

  constructor(parts: ReporterParts) {
    this.#parts = parts;
  }

  /** Findings may have changed: counts and views follow soon. */
  findingsMoved(): void {
    this.#findingsMoved = true;
    this.soon();
  }

  /** Something else about the status may have changed. */
  soon(): void {
    if (this.#isWaiting) {
      this.#again = true;
      return;
    }
    this.#isWaiting = true;
    void this.#tell();
  }

  /** Says what is wrong with the server itself; undefined when it is well again. */
  fail(message: string | undefined): void {
    this.#failure = message;
    this.soon();
  }

  forget(folder: Folder): void {
    this.#summaries.delete(folder);
    this.findingsMoved();
  }

  reportsOf(folder: Folder): readonly Finding[] {
    return this.#summaries.get(folder)?.reports ?? [];
  }

  async #tell(): Promise<void> {
    this.#parts.host.upkeep?.(filesOf(this.#parts.folders()).total);
    try {
      if (this.#findingsMoved) {
        this.#findingsMoved = false;
        for (const folder of this.#parts.folders()) await this.#summarise(folder);
        this.#parts.sendChanged({});
      }
      this.#sendStatus();
    } catch (error) {
      this.#parts.onFailure(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
    await this.#parts.host.rest(INTERVAL);
    this.#isWaiting = false;
    if (!this.#again) return;
    this.#again = false;
    this.soon();
  }

  async #summarise(folder: Folder): Promise<void> {
    const { host, pacer, onReports } = this.#parts;
    const before = this.reportsOf(folder);
    const summary = await summarise(folder, host.today(), pacer.pause);
    this.#summaries.set(folder, summary);
    if (before.length > 0 || summary.reports.length > 0) onReports(folder);
  }

  #sendStatus(): void {
    const status = this.status();
    // The time of the last run alone is no news.
    const { lastRunMs: _, ...rest } = status;
    const json = JSON.stringify(rest);
    if (json === this.#lastStatus) return;
    this.#lastStatus = json;
    this.#parts.sendStatus(status);
  }

  /** How the server is doing now. */
  status(): Status {
    const folders = this.#parts.folders();
    const [first] = folders;
    const message = this.#failure ?? failureOf(folders);
    const lastRunMs = folders.map(({ open }) => open.lastRunMs).find((time) => time !== undefined);
    const isWorking = folders.some(({ isIndexed, index }) => isIndexed && !index.isComplete);
    const summaries = folders.map((folder) => this.#summaries.get(folder) ?? NOTHING);
    return {
      state: message === undefined ? (isWorking ? "indexing" : "ready") : "error",
      files: filesOf(folders),
      findings: {
        error: sum(summaries.map(({ findings }) => findings.error)),
        warning: sum(summaries.map(({ findings }) => findings.warning)),
        info: sum(summaries.map(({ findings }) => findings.info)),
      },
      waived: sum(summaries.map(({ waived }) => waived)),
      rules: first === undefined ? 0 : rulesOn(first),
      profile: first?.engine?.configuration.profile ?? "",
      version: VERSION,
      ...(lastRunMs === undefined ? {} : { lastRunMs }),
      ...(message === undefined ? {} : { message }),
    };
  }
}

function failureOf(folders: readonly Folder[]): string | undefined {
  return folders.map(({ configuration }) => configuration?.failure).find((failure) => failure !== undefined);
}

function filesOf(folders: readonly Folder[]): Status["files"] {
  const known = sum(folders.map(({ crossFile }) => crossFile?.paths().length ?? 0));
  const waiting = sum(
    folders.map(({ index }) => (index.isComplete ? 0 : index.progress.total - index.progress.done)),
  );
  return { done: known, total: known + waiting };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
