import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { CodedError } from "@plimsoll/core";
import type { SourceFile } from "../source/read-source.ts";
import type { FileOutcome } from "./check-source.ts";
import { AT_FILE, type BatchAnswer, type EngineSetup, TICK } from "./protocol.ts";

/** How a pool is run. */
export interface PoolOptions {
  /** The module that calls `serveBatches`. */
  readonly worker: URL;
  readonly setup: EngineSetup;
  /** Arguments of Node for the workers, such as import conditions. */
  readonly execArgv?: readonly string[];
  /** Longest time for one file; a worker that takes longer is stopped and the file named as not checked. */
  readonly fileTimeoutMilliseconds?: number;
  readonly size?: number;
  /** Called for each file once, in any order. */
  readonly onOutcome: (index: number, outcome: FileOutcome) => void;
}

const FILE_TIMEOUT_MILLISECONDS = 20_000;
const BATCH_FILES = 64;
const BATCH_BYTES = 512 * 1024;
const MAXIMUM_WORKERS = 8;
/** How often a worker is looked at. */
const WATCH_MILLISECONDS = 250;
/** Loading the rules takes this long at most before a worker counts as broken. */
const START_TIMEOUT_MILLISECONDS = 60_000;

/** Checks files on several threads. Resolves once each file had its outcome; a worker that crashes or hangs costs one file, not the run. */
export async function checkInPool(files: readonly SourceFile[], options: PoolOptions): Promise<void> {
  const queue = new Queue(files);
  const count = Math.min(options.size ?? defaultSize(), Math.max(1, Math.ceil(files.length / BATCH_FILES)));
  await Promise.all(Array.from({ length: count }, () => new Seat(queue, options).run()));
}

function defaultSize(): number {
  return Math.min(MAXIMUM_WORKERS, Math.max(1, availableParallelism()));
}

interface Task {
  readonly index: number;
  readonly file: SourceFile;
}

/** Files that no worker has taken yet. */
class Queue {
  readonly #files: readonly SourceFile[];
  readonly #again: Task[] = [];
  #next = 0;

  constructor(files: readonly SourceFile[]) {
    this.#files = files;
  }

  /** Some files of about equal work; empty at the end. */
  take(): readonly Task[] {
    const again = this.#again.pop();
    if (again !== undefined) return [again];
    const tasks: Task[] = [];
    let bytes = 0;
    while (tasks.length < BATCH_FILES && bytes < BATCH_BYTES) {
      const file = this.#files[this.#next];
      if (file === undefined) break;
      tasks.push({ index: this.#next, file });
      this.#next += 1;
      bytes += file.bytes;
    }
    return tasks;
  }

  /** Files of a batch whose worker was lost, to be checked one by one. */
  giveBack(tasks: readonly Task[]): void {
    this.#again.push(...tasks);
  }
}

/** One place in the pool: a worker, replaced when it is lost. */
class Seat {
  readonly #queue: Queue;
  readonly #options: PoolOptions;

  constructor(queue: Queue, options: PoolOptions) {
    this.#queue = queue;
    this.#options = options;
  }

  async run(): Promise<void> {
    let worker: WatchedWorker | undefined;
    try {
      for (let tasks = this.#queue.take(); tasks.length > 0; tasks = this.#queue.take()) {
        worker ??= new WatchedWorker(this.#options);
        const answer = await worker.check(tasks);
        if ("outcomes" in answer) this.#report(tasks, answer.outcomes);
        else {
          await worker.end();
          if (!worker.hasStarted) throw notStarted(answer);
          worker = undefined;
          this.#bury(tasks, answer);
        }
      }
    } finally {
      await worker?.end();
    }
  }

  #report(tasks: readonly Task[], outcomes: readonly FileOutcome[]): void {
    tasks.forEach(({ index, file }, at) => {
      this.#options.onOutcome(
        index,
        outcomes[at] ?? lost(file, { kind: "crashed", reason: "no answer", at }),
      );
    });
  }

  /** The file at which the worker was lost is reported; the others of its batch are checked again. */
  #bury(tasks: readonly Task[], loss: Loss): void {
    const culprit = tasks[loss.at] ?? tasks[0];
    if (culprit === undefined) return;
    this.#options.onOutcome(culprit.index, lost(culprit.file, loss));
    this.#queue.giveBack(tasks.filter((task) => task !== culprit));
  }
}

/** A worker that never reached its first file would be lost again with every other file. */
function notStarted(loss: Loss): CodedError {
  return new CodedError({
    code: "pool/not-started",
    message: `A worker thread did not start: ${loss.reason}.`,
    nextStep: "Run again; if it stays, reinstall Plimsoll and report it.",
  });
}

interface Loss {
  readonly kind: "crashed" | "timed-out";
  readonly reason: string;
  /** Index in the batch of the file that was being checked. */
  readonly at: number;
}

function lost(file: SourceFile, loss: Loss): FileOutcome {
  const reason =
    loss.kind === "timed-out"
      ? `The check of this file took longer than ${loss.reason} and was stopped.`
      : `The check of this file stopped unexpectedly (${loss.reason}). Please report it with the file.`;
  return { notChecked: { file: file.path, code: `file/${loss.kind}`, reason } };
}

/** What a file leaves behind is garbage at once: a large young generation costs memory (190 MiB on two threads) and no time. */
const YOUNG_GENERATION_MEGABYTES = 16;

/** A worker thread that is stopped when it does not move on. */
class WatchedWorker {
  readonly #worker: Worker;
  readonly #shared: Int32Array<SharedArrayBuffer>;
  readonly #timeout: number;
  #failure: string | undefined;

  constructor(options: PoolOptions) {
    const state = new SharedArrayBuffer(8);
    this.#shared = new Int32Array(state);
    this.#timeout = options.fileTimeoutMilliseconds ?? FILE_TIMEOUT_MILLISECONDS;
    this.#worker = new Worker(options.worker, {
      workerData: { setup: options.setup, state },
      ...(options.execArgv === undefined ? {} : { execArgv: [...options.execArgv] }),
      // The thread's own output would disturb the report.
      stdout: true,
      stderr: true,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MEGABYTES },
    });
    this.#worker.on("error", (error) => {
      this.#failure = error instanceof Error ? error.message : String(error);
    });
  }

  /** Whether it came as far as its first file. */
  get hasStarted(): boolean {
    return Atomics.load(this.#shared, TICK) > 0;
  }

  check(tasks: readonly Task[]): Promise<BatchAnswer | Loss> {
    return new Promise((resolve) => {
      Atomics.store(this.#shared, AT_FILE, 0);
      const settle = (answer: BatchAnswer | Loss): void => {
        clearInterval(watch);
        this.#worker.off("message", onMessage);
        this.#worker.off("exit", onExit);
        resolve(answer);
      };
      const onMessage = (answer: BatchAnswer): void => settle(answer);
      const onExit = (): void => settle(this.#loss("crashed", this.#failure ?? "the thread ended"));
      const watch = this.#watch(() => settle(this.#loss("timed-out", `${this.#timeout / 1000} seconds`)));
      this.#worker.on("message", onMessage);
      this.#worker.on("exit", onExit);
      this.#worker.postMessage({ files: tasks.map(({ file }) => file) }, []);
    });
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #loss(kind: Loss["kind"], reason: string): Loss {
    return { kind, reason, at: Math.max(0, Atomics.load(this.#shared, AT_FILE)) };
  }

  /** Calls back once when the worker stays on one file for too long. */
  #watch(onStuck: () => void): NodeJS.Timeout {
    let tick = Atomics.load(this.#shared, TICK);
    let since = performance.now();
    return setInterval(() => {
      const now = Atomics.load(this.#shared, TICK);
      if (now !== tick) {
        tick = now;
        since = performance.now();
      } else if (performance.now() - since > (this.hasStarted ? this.#timeout : START_TIMEOUT_MILLISECONDS))
        onStuck();
    }, WATCH_MILLISECONDS);
  }
}
