import type * as ChildProcess from "node:child_process";

/** One run of a program, without a shell. */
export interface Execution {
  /** Absolute path of the program. */
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** The whole environment of the program; nothing is inherited. */
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutMilliseconds: number;
  /** Bytes of standard output after which the program is stopped. */
  readonly maximumBytes: number;
  /** What the program reads from its standard input; nothing where it is left out. */
  readonly input?: Uint8Array;
}

/** How a run ended. `stderr` holds at most 64 KiB. */
export type ExecutionOutcome =
  | { readonly kind: "exited"; readonly status: number; readonly stdout: Buffer; readonly stderr: string }
  | { readonly kind: "timed-out"; readonly stderr: string }
  | { readonly kind: "too-large"; readonly stderr: string }
  | { readonly kind: "not-started"; readonly reason: string };

/** Runs a program. A port, so that tests can stand in for tools that are not installed. */
export type Execute = (execution: Execution) => Promise<ExecutionOutcome>;

const MAXIMUM_STDERR_BYTES = 64 * 1024;

/** Runs a program with a time limit and an output limit. It never rejects: every way to fail is an outcome. */
export const execute: Execute = async (execution) => {
  // Most runs start no program, and loading the module takes longer than checking a small file.
  const { spawn } = await import("node:child_process");
  if (!process.listeners("exit").includes(stopPrograms)) process.on("exit", stopPrograms);
  return start(spawn, execution);
};

/** Programs that run now. None outlives this process. */
const runningPrograms = new Set<ChildProcess.ChildProcess>();

function stopPrograms(): void {
  for (const child of runningPrograms) child.kill("SIGKILL");
}

function start(spawn: typeof ChildProcess.spawn, execution: Execution): Promise<ExecutionOutcome> {
  return new Promise((resolve) => {
    const child = spawn(execution.command, execution.args, {
      cwd: execution.cwd,
      env: { ...execution.environment },
      shell: false,
      stdio: [execution.input === undefined ? "ignore" : "pipe", "pipe", "pipe"],
      windowsHide: true,
    });
    // A program that ends before it has read everything says why by its exit.
    child.stdin?.on("error", () => child.stdin?.destroy());
    child.stdin?.end(execution.input);
    runningPrograms.add(child);
    const output = new BoundedOutput(execution.maximumBytes);
    const errors = new BoundedOutput(MAXIMUM_STDERR_BYTES);
    let stopped: "timed-out" | "too-large" | undefined;
    const stop = (why: "timed-out" | "too-large"): void => {
      stopped ??= why;
      child.kill("SIGKILL");
      // A grandchild may hold the pipes open after the program is gone.
      child.stdout?.destroy();
      child.stderr?.destroy();
    };
    const timer = setTimeout(() => stop("timed-out"), execution.timeoutMilliseconds);
    child.stdout?.on("data", (chunk: Buffer) => {
      if (!output.add(chunk)) stop("too-large");
    });
    child.stderr?.on("data", (chunk: Buffer) => {
      errors.add(chunk);
    });
    child.on("error", (error) => {
      runningPrograms.delete(child);
      clearTimeout(timer);
      resolve({ kind: "not-started", reason: error.message });
    });
    child.on("close", (status) => {
      runningPrograms.delete(child);
      clearTimeout(timer);
      const stderr = errors.toBuffer().toString("utf8");
      if (stopped !== undefined) resolve({ kind: stopped, stderr });
      else resolve({ kind: "exited", status: status ?? -1, stdout: output.toBuffer(), stderr });
    });
  });
}

/** Collects chunks up to a limit. */
class BoundedOutput {
  readonly #limit: number;
  readonly #chunks: Buffer[] = [];
  #bytes = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** False where the chunk did not fit; its beginning is kept then. */
  add(chunk: Buffer): boolean {
    const room = this.#limit - this.#bytes;
    const kept = chunk.length <= room ? chunk : chunk.subarray(0, room);
    this.#chunks.push(kept);
    this.#bytes += kept.length;
    return chunk.length <= room;
  }

  toBuffer(): Buffer {
    return Buffer.concat(this.#chunks);
  }
}

/** The first line of an error output that says something, for messages; at most 300 characters. */
export function firstErrorLine(stderr: string): string {
  const lines = stderr.split("\n", 200).map((line) => line.trim());
  const telling =
    lines.find((line) => /^error\b/iu.test(line)) ?? lines.find((line) => line !== "" && !isNoise(line));
  return (telling ?? "it printed no error").slice(0, 300);
}

function isNoise(line: string): boolean {
  return line.startsWith("#") || /^warning\b/iu.test(line) || line.startsWith("walk.go:");
}
