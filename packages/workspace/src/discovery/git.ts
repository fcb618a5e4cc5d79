import { createHash } from "node:crypto";
import { CodedError } from "@plimsoll/core";
import { gitEnvironment } from "../process/environment.ts";
import { type Execute, type ExecutionOutcome, firstErrorLine } from "../process/execute.ts";

const TIMEOUT_MILLISECONDS = 60_000;
const MAXIMUM_BYTES = 256 * 1024 * 1024;

/** Nothing that the repository's own configuration names may run. */
const SAFE_OPTIONS = [
  "--literal-pathspecs",
  "-c",
  "core.fsmonitor=false",
  "-c",
  "core.hooksPath=/dev/null",
] as const;

/** A repository and the git that reads it. */
export interface GitRepository {
  /** Root of the work tree. */
  readonly root: string;
  /** Absolute path of git. */
  readonly command: string;
  readonly execute: Execute;
  readonly environment: NodeJS.ProcessEnv;
}

/**
 * Files that git tracks or would track below the given paths (from the root, with `/`), in the order of their names.
 * Files that `.gitignore` names are left out. Undefined where git cannot tell, with the reason.
 */
export async function listGitFiles(
  repository: GitRepository,
  paths: readonly string[],
): Promise<{ readonly files: readonly string[] } | { readonly reason: string }> {
  const args = ["ls-files", "-co", "--exclude-standard", "-z", "--", ...paths];
  const outcome = await runGit(repository, args);
  if (!succeeded(outcome)) return { reason: failure(outcome) };
  return { files: [...new Set(splitNul(outcome.stdout))].sort(byCodeUnits) };
}

/** Object ids of all files at a commit: path from the root to lower-case hexadecimal blob id. */
export type CommitFiles = ReadonlyMap<string, string>;

/**
 * The files at the commit where the present work and `ref` part (the merge base).
 * @throws CodedError `git/unknown-ref`, `git/no-merge-base` or `git/failed`.
 */
export async function filesAtMergeBase(repository: GitRepository, ref: string): Promise<CommitFiles> {
  const commit = await resolveCommit(repository, ref);
  const base = await runGit(repository, ["merge-base", commit, "HEAD"]);
  if (!succeeded(base)) {
    throw new CodedError({
      code: "git/no-merge-base",
      message: `No commit is an ancestor of both ${JSON.stringify(ref)} and HEAD: ${failure(base)}.`,
      nextStep:
        "In a shallow clone fetch the history first (git fetch --unshallow), or name another --changed-since.",
    });
  }
  const tree = await runGit(repository, ["ls-tree", "-r", "-z", "--full-tree", firstLine(base.stdout)]);
  if (!succeeded(tree)) throw failed(tree);
  return readTree(tree.stdout);
}

/** Whether the content of a file differs from the one that a commit holds under that blob id. A change of line ends alone does not count. */
export function differsFromBlob(content: Buffer, blobId: string): boolean {
  if (blobIdOf(content, blobId.length) === blobId) return false;
  if (!content.includes(13)) return true;
  const unix = Buffer.from(content.toString("latin1").replaceAll("\r\n", "\n"), "latin1");
  return blobIdOf(unix, blobId.length) !== blobId;
}

// Git itself would run the repository's clean filters to compare, so the ids are computed here.
function blobIdOf(content: Buffer, length: number): string {
  const hash = createHash(length === 64 ? "sha256" : "sha1");
  return hash.update(`blob ${content.length}\0`).update(content).digest("hex");
}

async function resolveCommit(repository: GitRepository, ref: string): Promise<string> {
  const outcome = isPlausibleRef(ref)
    ? await runGit(repository, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`])
    : undefined;
  const commit = outcome !== undefined && succeeded(outcome) ? firstLine(outcome.stdout) : "";
  if (/^[0-9a-f]{40,64}$/u.test(commit)) return commit;
  throw new CodedError({
    code: "git/unknown-ref",
    message: `${JSON.stringify(ref)} names no commit of this repository.`,
    nextStep: "Give --changed-since a branch, tag or commit that exists here; in CI fetch it first.",
  });
}

function isPlausibleRef(ref: string): boolean {
  // oxlint-disable-next-line no-control-regex -- control characters are what must be refused.
  return ref !== "" && ref.length <= 1024 && !ref.startsWith("-") && !/[\u0000-\u0020\u007f]/u.test(ref);
}

function readTree(output: Buffer): CommitFiles {
  const files = new Map<string, string>();
  for (const row of splitNul(output)) {
    const tab = row.indexOf("\t");
    const [, type, id] = row.slice(0, tab).split(" ");
    if (type === "blob" && id !== undefined) files.set(row.slice(tab + 1), id);
  }
  return files;
}

function runGit(repository: GitRepository, args: readonly string[]): Promise<ExecutionOutcome> {
  return repository.execute({
    command: repository.command,
    args: [...SAFE_OPTIONS, ...args],
    cwd: repository.root,
    environment: gitEnvironment(repository.environment),
    timeoutMilliseconds: TIMEOUT_MILLISECONDS,
    maximumBytes: MAXIMUM_BYTES,
  });
}

type Success = ExecutionOutcome & { readonly kind: "exited" };

function succeeded(outcome: ExecutionOutcome): outcome is Success {
  return outcome.kind === "exited" && outcome.status === 0;
}

function failure(outcome: ExecutionOutcome): string {
  if (outcome.kind === "not-started") return `git did not start (${outcome.reason})`;
  if (outcome.kind === "timed-out") return `git took longer than ${TIMEOUT_MILLISECONDS / 1000} seconds`;
  if (outcome.kind === "too-large") return "git listed more than 256 MiB of names";
  return firstErrorLine(outcome.stderr);
}

function failed(outcome: ExecutionOutcome): CodedError {
  return new CodedError({
    code: "git/failed",
    message: `git could not list the files of the commit: ${failure(outcome)}.`,
    nextStep: "Run the check without --changed-since, or repair the repository (git fsck).",
  });
}

function splitNul(output: Buffer): string[] {
  return output.toString("utf8").split("\0").filter(Boolean);
}

function firstLine(output: Buffer): string {
  return output.toString("latin1").split("\n", 1)[0] ?? "";
}

function byCodeUnits(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
