import { parentPort, workerData } from "node:worker_threads";
import type { SourceFile } from "../source/read-source.ts";
import type { FileOutcome } from "./check-source.ts";
import {
  AT_FILE,
  type Batch,
  type BatchAnswer,
  type EngineSetup,
  TICK,
  type WorkerStart,
} from "./protocol.ts";

/**
 * The worker's half of the pool: waits for batches, checks their files and answers. `prepare` makes the check from the
 * data that the pool was given; it runs once.
 */
export function serveBatches(prepare: (setup: EngineSetup) => (file: SourceFile) => FileOutcome): void {
  const port = parentPort;
  if (port === null) return;
  const { setup, state }: WorkerStart = workerData;
  const check = prepare(setup);
  const shared = new Int32Array(state);
  port.on("message", (batch: Batch) => {
    const outcomes = batch.files.map((file, index) => {
      Atomics.store(shared, AT_FILE, index);
      Atomics.add(shared, TICK, 1);
      return check(file);
    });
    Atomics.store(shared, AT_FILE, -1);
    port.postMessage({ outcomes } satisfies BatchAnswer);
  });
}
