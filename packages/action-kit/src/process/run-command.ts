import { spawn, type ChildProcess } from "node:child_process";
import { BoundedOutput, LineSplitter } from "./output.ts";

/** One run of a program, without a shell. */
export interface Command {
  /** Absolute path. */
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** The whole environment: see `childEnvironment`. */
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutMilliseconds: number;
  /** Bytes of standard output, and of standard error, after which the program is stopped. */
  readonly maximumBytes: number;
  /** Written to standard input, which is closed otherwise. */
  readonly input?: Uint8Array;
  /** Gets each line of both outputs as it comes. */
  readonly onLine?: (line: string) => void;
}

/** How a run ended. Output is what came until then. */
export type CommandOutcome =
  | { readonly kind: "exited"; readonly status: number; readonly stdout: Buffer; readonly stderr: string }
  | { readonly kind: "timed-out" | "too-large"; readonly stdout: Buffer; readonly stderr: string }
  | { readonly kind: "not-started"; readonly reason: string };

/** Runs a program. A port, so that tests can stand in for tools. */
export type RunCommand = (command: Command) => Promise<CommandOutcome>;

/** Programs that run now. None outlives this process. */
const running = new Set<ChildProcess>();

/** Stops every program that still runs, with all that it started. */
export function stopCommands(): void {
  for (const child of running) stopGroup(child);
}

/** Runs a program with a time limit and an output limit. It never rejects: every way to fail is an outcome. */
export const runCommand: RunCommand = (command) => {
  if (!process.listeners("exit").includes(stopCommands)) process.on("exit", stopCommands);
  return new Promise((resolve) => {
    const child = start(command);
    const output = new BoundedOutput(command.maximumBytes);
    const errors = new BoundedOutput(command.maximumBytes);
    const splitters = [new LineSplitter(command.onLine), new LineSplitter(command.onLine)] as const;
    let stopped: "timed-out" | "too-large" | undefined;
    const stop = (why: "timed-out" | "too-large"): void => {
      stopped ??= why;
      stopGroup(child);
      // A process that left the group may hold the pipes open.
      child.stdout?.destroy();
      child.stderr?.destroy();
    };
    const timer = setTimeout(() => stop("timed-out"), command.timeoutMilliseconds);
    const listen = (stream: "stdout" | "stderr", into: BoundedOutput, splitter: LineSplitter): void => {
      child[stream]?.on("data", (chunk: Buffer) => {
        splitter.add(chunk);
        if (!into.add(chunk)) stop("too-large");
      });
    };
    listen("stdout", output, splitters[0]);
    listen("stderr", errors, splitters[1]);
    const end = (outcome: CommandOutcome): void => {
      running.delete(child);
      clearTimeout(timer);
      resolve(outcome);
    };
    child.on("error", (error) => end({ kind: "not-started", reason: error.message }));
    child.on("close", (status) => {
      for (const splitter of splitters) splitter.end();
      const texts = { stdout: output.toBuffer(), stderr: errors.toBuffer().toString("utf8") };
      end(
        stopped === undefined
          ? { kind: "exited", status: status ?? -1, ...texts }
          : { kind: stopped, ...texts },
      );
    });
  });
};

function start(command: Command): ChildProcess {
  const child = spawn(command.program, command.args, {
    cwd: command.cwd,
    env: { ...command.environment },
    shell: false,
    stdio: [command.input === undefined ? "ignore" : "pipe", "pipe", "pipe"],
    // A group of its own, so that what it starts can be stopped with it.
    detached: process.platform !== "win32",
    windowsHide: true,
  });
  running.add(child);
  // The program may end without reading what it was given.
  child.stdin?.on("error", () => undefined);
  child.stdin?.end(command.input);
  return child;
}

function stopGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === "win32") child.kill("SIGKILL");
    else process.kill(-child.pid, "SIGKILL");
  } catch {
    // The group is gone already.
    child.kill("SIGKILL");
  }
}
