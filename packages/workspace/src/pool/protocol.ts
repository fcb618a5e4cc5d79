import type { Configuration, CustomSchema } from "@plimsoll/core";
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

/** What a worker thread needs to make the same engine: plain data. */
export interface EngineSetup {
  /** Absolute root of the workspace. */
  readonly root: string;
  readonly configuration: Configuration;
  readonly auditor: boolean;
  /** Whether Dockerfiles are among the files. */
  readonly dockerfiles: boolean;
  /** Whether workflows or actions of GitHub are. */
  readonly workflows: boolean;
  /** Whether files that may hold objects are. */
  readonly objects: boolean;
  /** Kinds that the workspace defines; undefined where no rule compares objects with their kinds. */
  readonly customSchemas?: readonly CustomSchema[];
}

/** What a worker gets at its start. */
export interface WorkerStart {
  readonly setup: EngineSetup;
  /** Two 32-bit integers shared with the pool: see {@link AT_FILE} and {@link TICK}. */
  readonly state: SharedArrayBuffer;
}

/** Index of the file of the batch that is being checked; -1 between batches. */
export const AT_FILE = 0;
/** Grows by one with each file, so that two readings tell whether the worker moves. */
export const TICK = 1;
