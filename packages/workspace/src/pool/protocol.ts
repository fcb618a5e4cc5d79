import type { SourceFile } from "../source/read-source.ts";
import type { FileOutcome } from "./check-source.ts";

/** Files that a worker checks in one go. */
export interface Batch {
  readonly files: readonly SourceFile[];
}

/** The outcomes of a batch, in the order of its files. */
export interface BatchAnswer {
  readonly outcomes: readonly FileOutcome[];
}

/** What a worker gets at its start besides the caller's own data. */
export interface WorkerStart<Setup> {
  readonly setup: Setup;
  /** Two 32-bit integers shared with the pool: see {@link AT_FILE} and {@link TICK}. */
  readonly state: SharedArrayBuffer;
}

/** Index of the file of the batch that is being checked; -1 between batches. */
export const AT_FILE = 0;
/** Grows by one with each file, so that two readings tell whether the worker moves. */
export const TICK = 1;
