import { CodedError } from "@plimsoll/core";
import { gitTransportEnvironment } from "../process/environment.ts";
import { type Execute, type ExecutionOutcome, firstErrorLine } from "../process/execute.ts";
import type { RemoteAddress } from "./remote-address.ts";

const TIMEOUT_MILLISECONDS = 300_000;
const MAXIMUM_BYTES = 256 * 1024 * 1024;

/** Nothing that configuration names may run: no hooks, no monitors, no signing, no maintenance behind our back. */
const SAFE_OPTIONS = [
  "--literal-pathspecs",
  "-c",
  "core.fsmonitor=false",
  "-c",
  "core.hooksPath=/dev/null",
  "-c",
  "core.askPass=",
  "-c",
  "log.showSignature=false",
  "-c",
  "gc.auto=0",
  "-c",
  "maintenance.auto=false",
  "-c",
  "submodule.recurse=false",
  "-c",
  "push.followTags=false",
  "-c",
  "push.gpgSign=false",
] as const;

/** A bare repository of our own and the git that works in it. */
export interface GitProcess {
  /** Absolute path of git. */
  readonly command: string;
  /** The bare repository. */
  readonly folder: string;
  readonly execute: Execute;
  readonly environment: NodeJS.ProcessEnv;
  readonly address: RemoteAddress;
  /** Sent to the server as basic authorization, over http and https. */
  readonly credentials?: { readonly username: string; readonly password: string } | undefined;
}

/** One call of git. */
export interface GitCall {
  readonly args: readonly string[];
  readonly input?: Uint8Array;
  readonly variables?: Readonly<Record<string, string>>;
}

export type Finished = Extract<ExecutionOutcome, { kind: "exited" }>;

/** Runs git, whatever its exit code is. @throws CodedError `git/failed` where it did not end by itself */
export async function callGit(git: GitProcess, { args, input, variables }: GitCall): Promise<Finished> {
  const outcome = await git.execute({
    command: git.command,
    args: [...SAFE_OPTIONS, ...args],
    cwd: git.folder,
    environment: {
      ...gitTransportEnvironment(git.environment, git.address.protocol, settingsOf(git)),
      GIT_DIR: git.folder,
      ...variables,
    },
    timeoutMilliseconds: TIMEOUT_MILLISECONDS,
    maximumBytes: MAXIMUM_BYTES,
    ...(input === undefined ? {} : { input }),
  });
  if (outcome.kind === "exited") return outcome;
  const reasons = {
    "timed-out": `it took longer than ${TIMEOUT_MILLISECONDS / 1000} seconds`,
    "too-large": `it wrote more than ${MAXIMUM_BYTES / 1024 / 1024} MiB`,
  };
  throw failed(args, outcome.kind === "not-started" ? outcome.reason : reasons[outcome.kind]);
}

/** Runs git, which has to succeed, and gives its output. @throws CodedError `git/failed` */
export async function git(process: GitProcess, call: GitCall): Promise<Buffer> {
  const outcome = await callGit(process, call);
  if (outcome.status === 0) return outcome.stdout;
  throw failed(call.args, reasonIn(outcome.stderr));
}

/** The line of an error output that tells most. */
export function reasonIn(stderr: string): string {
  const fatal = stderr
    .split("\n", 200)
    .find((line) => line.startsWith("fatal:") || line.startsWith("error:"));
  return (fatal ?? firstErrorLine(stderr)).slice(0, 300);
}

/** The secret goes by the environment: the command line is for everyone on the machine to read. */
function settingsOf({ address, credentials }: GitProcess): readonly (readonly [string, string])[] {
  if (credentials === undefined || address.origin === undefined) return [];
  const { username, password } = credentials;
  const basic = Buffer.from(`${username}:${password}`).toString("base64");
  return [
    [`http.${address.origin}/.extraHeader`, `Authorization: Basic ${basic}`],
    ["credential.helper", ""],
    ["http.followRedirects", "false"],
  ];
}

function failed(args: readonly string[], cause: string): CodedError {
  return new CodedError({
    code: "git/failed",
    message: `git ${args[0] ?? ""} failed: ${cause}.`,
    nextStep: "Check the repository's address, the branch and the rights of the account.",
  });
}
