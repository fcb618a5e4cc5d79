import type { Engine, FileResult, NotChecked } from "@plimsoll/core";
import type { SourceFile } from "../source/read-source.ts";
import { spareMemory } from "../process/collector.ts";
import { checkSource, type FileOutcome } from "./check-source.ts";
import { ResultCompactor } from "./compact-result.ts";
import type { PoolOptions } from "./worker-pool.ts";

/** How files are checked. */
export interface CheckOptions {
  readonly engine: Engine;
  readonly root: string;
  /** How threads are started; without it all files are checked on this thread. */
  readonly pool: Omit<PoolOptions, "onOutcome"> | undefined;
  /** Called after each file. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Results in the order of the files, and what was not checked. */
export interface CheckedFiles {
  readonly results: readonly FileResult[];
  readonly notChecked: readonly NotChecked[];
}

/**
 * Below these, threads save nothing: one takes about a quarter of a second of work to start (it loads the rules), and a
 * manifest one to two milliseconds.
 */
export const POOL_MINIMUM_FILES = 1000;
export const POOL_MINIMUM_BYTES: number = 4 * 1024 * 1024;
/** A file of this size is always checked on a thread that can be stopped. */
export const POOL_LARGE_FILE_BYTES: number = 1024 * 1024;

/** From this many files on, what the collector leaves lying is more than what the check itself takes. */
const MANY_FILES = 50;

/** Whether threads pay off for these files, or one of them is so large that its check must be stoppable. */
export function wantsPool(files: readonly SourceFile[]): boolean {
  if (files.length >= POOL_MINIMUM_FILES) return true;
  let bytes = 0;
  for (const file of files) {
    if (file.bytes >= POOL_LARGE_FILE_BYTES) return true;
    bytes += file.bytes;
  }
  return bytes >= POOL_MINIMUM_BYTES;
}

/** Checks all files: on this thread, or on several where that pays off. Texts and trees are dropped file by file. */
export async function checkFiles(files: readonly SourceFile[], options: CheckOptions): Promise<CheckedFiles> {
  if (files.length >= MANY_FILES) spareMemory();
  const outcomes: (FileOutcome | undefined)[] = Array.from({ length: files.length }, () => undefined);
  const compactor = new ResultCompactor();
  let done = 0;
  const keep = (index: number, outcome: FileOutcome): void => {
    outcomes[index] = "result" in outcome ? { result: compactor.compact(outcome.result) } : outcome;
    done += 1;
    options.onProgress?.(done, files.length);
  };
  if (options.pool !== undefined && wantsPool(files)) {
    const { checkInPool } = await import("./worker-pool.ts");
    await checkInPool(files, { ...options.pool, onOutcome: keep });
  } else files.forEach((file, index) => keep(index, checkSource(options.engine, options.root, file)));
  return collect(outcomes);
}

function collect(outcomes: readonly (FileOutcome | undefined)[]): CheckedFiles {
  const results: FileResult[] = [];
  const notChecked: NotChecked[] = [];
  for (const outcome of outcomes) {
    if (outcome === undefined) continue;
    if ("result" in outcome) results.push(outcome.result);
    else notChecked.push(outcome.notChecked);
  }
  return { results, notChecked };
}
