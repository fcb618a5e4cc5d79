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

type Check = (file: SourceFile) => FileOutcome;

/**
 * The worker's half of the pool: waits for batches, checks their files and answers. `prepare` makes the check from the
 * data that the pool was given; it runs once. Batches that come before it is done wait.
 */
export function serveBatches(prepare: (setup: EngineSetup) => Check | Promise<Check>): void {
  const port = parentPort;
  if (port === null) return;
  const { setup, state }: WorkerStart = workerData;
  const prepared = Promise.resolve(prepare(setup));
  const shared = new Int32Array(state);
  const answer = async (batch: Batch): Promise<void> => {
    const check = await prepared;
    const outcomes = batch.files.map((file, index) => {
      Atomics.store(shared, AT_FILE, index);
      Atomics.add(shared, TICK, 1);
      return check(file);
    });
    Atomics.store(shared, AT_FILE, -1);
    port.postMessage({ outcomes } satisfies BatchAnswer);
  };
  // A rejection ends the thread, as an exception would: the pool reports it.
  port.on("message", (batch: Batch) => void answer(batch));
}
