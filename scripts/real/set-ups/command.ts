import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { SetUpFailure } from "./failure.ts";

export interface CommandOptions {
  readonly cwd?: string;
  /** Added to this process' environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** The failure's code where the command does not end well. */
  readonly code: string;
  readonly nextStep: string;
  /** Milliseconds. */
  readonly timeout?: number;
}

const QUARTER_OF_AN_HOUR = 15 * 60 * 1000;
const LINES_SHOWN = 15;

/**
 * Runs a program without a shell and returns what it printed.
 * @throws SetUpFailure with the end of its output where it cannot be started, takes too long or exits with an error
 */
export function run(program: string, args: readonly string[], options: CommandOptions): string {
  const outcome = spawnSync(program, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    encoding: "utf8",
    timeout: options.timeout ?? QUARTER_OF_AN_HOUR,
    maxBuffer: 64 * 1024 * 1024,
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (outcome.error === undefined && outcome.status === 0) return outcome.stdout;
  const output = `${outcome.stdout ?? ""}${outcome.stderr ?? ""}`
    .trimEnd()
    .split("\n")
    .slice(-LINES_SHOWN)
    .join("\n  ");
  const why =
    outcome.error?.message ??
    (outcome.signal === null ? `exit code ${outcome.status}` : `signal ${outcome.signal}`);
  throw new SetUpFailure(
    options.code,
    `${[program, ...args].join(" ")}: ${why}\n  ${output}`,
    options.nextStep,
  );
}

/** The path of a program, or undefined where it is not on PATH. */
export function findProgram(name: string): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}
