import { mkdirSync } from "node:fs";
import { CodedError } from "@plimsoll/core";
import type {
  BranchTip,
  CommitOutcome,
  CommitRequest,
  GitRemote,
  HistoricCommit,
} from "@plimsoll/core/promotion";
import { type Committer, line, makeCommit, readFiles, readTree, type Tree } from "./git-objects.ts";
import { callGit, git, type Finished, type GitProcess, reasonIn } from "./git-process.ts";
import { checkedBranch } from "./remote-address.ts";

/** Commits of the base that are fetched; the past further back is not looked at. */
const DEPTH = 250;

/** Paths that are passed on a command line; the whole tree is listed for more. */
const FEW_PATHS = 200;

/** What plain git needs to stand for a server's repository. */
export interface GitRemoteOptions extends GitProcess {
  /** The base branch. */
  readonly base: string;
  readonly committer: Committer;
}

/**
 * A repository on a server by plain git: objects are made in a bare repository of our own, and branches are moved by a push that
 * the server takes only where the branch is still what it was. No work tree, no hooks, no shell.
 * @throws CodedError `git/bad-branch`, `git/failed`
 */
export async function openGitRemote(options: GitRemoteOptions): Promise<GitRemote> {
  checkedBranch(options.base);
  mkdirSync(options.folder, { recursive: true });
  await git(options, { args: ["init", "--bare", "--quiet", "--template="] });
  return new PlainGit(options);
}

class PlainGit implements GitRemote {
  readonly #options: GitRemoteOptions;
  /** The tree that was listed last: usually the base's. */
  #listed: { readonly commit: string; readonly tree: Tree } | undefined;

  constructor(options: GitRemoteOptions) {
    this.#options = options;
  }

  readonly fetchBase = async (): Promise<string> => {
    const { base } = this.#options;
    const commit = await this.#fetch(`refs/heads/${base}`, "refs/plimsoll/base");
    if (commit !== undefined) return commit;
    throw new CodedError({
      code: "git/no-base",
      message: `The repository has no branch ${JSON.stringify(base)}.`,
      nextStep: "Name the branch that the environment is deployed from.",
    });
  };

  readonly listFiles = async (commit: string): Promise<readonly string[]> => {
    const tree = await readTree(this.#options, checkedCommit(commit));
    this.#listed = { commit, tree };
    return [...tree.keys()];
  };

  readonly readFiles: GitRemote["readFiles"] = async (commit, paths) => {
    const known = this.#listed?.commit === commit ? this.#listed.tree : undefined;
    const few = paths.length <= FEW_PATHS ? paths : [];
    return readFiles(
      this.#options,
      known ?? (await readTree(this.#options, checkedCommit(commit), few)),
      paths,
    );
  };

  readonly history: GitRemote["history"] = async (commit, paths, limit) => {
    const format = ["log", "-z", "--full-history", "--format=%H%n%B", `--max-count=${limit}`];
    const output = await git(this.#options, { args: [...format, checkedCommit(commit), "--", ...paths] });
    return output.toString("utf8").split("\0").filter(Boolean).map(historic);
  };

  readonly readBranch = async (branch: string): Promise<BranchTip | undefined> => {
    const commit = await this.#fetch(`refs/heads/${checkedBranch(branch)}`, "refs/plimsoll/tip");
    if (commit === undefined) return undefined;
    const row = line(await git(this.#options, { args: ["rev-list", "--parents", "-n", "1", commit] }));
    return { commit, parents: row.split(" ").slice(1) };
  };

  readonly changedPaths = async (from: string, to: string): Promise<readonly string[]> => {
    const args = [
      "diff-tree",
      "-r",
      "-z",
      "--name-only",
      "--no-renames",
      checkedCommit(from),
      checkedCommit(to),
    ];
    return (await git(this.#options, { args })).toString("utf8").split("\0").filter(Boolean);
  };

  readonly commit = async (request: CommitRequest): Promise<CommitOutcome> => {
    const { branch, parent, expectedTip } = request;
    const commit = await makeCommit(
      this.#options,
      { ...request, parent: checkedCommit(parent) },
      this.#options.committer,
    );
    const pushed = await this.#push(checkedBranch(branch), expectedTip, commit);
    return pushed ? { kind: "committed", commit } : { kind: "moved" };
  };

  /** A branch that somebody else has moved or deleted meanwhile is left alone. */
  readonly deleteBranch = async (branch: string, expectedTip: string): Promise<void> => {
    await this.#push(checkedBranch(branch), checkedCommit(expectedTip), "");
  };

  /** Fetches one ref; undefined where the server has none of that name. */
  async #fetch(ref: string, local: string): Promise<string | undefined> {
    const { url } = this.#options.address;
    const listed = await git(this.#options, { args: ["ls-remote", "--refs", "--", url, ref] });
    const rows = listed.toString("utf8").split("\n");
    if (!rows.some((row) => row.split("\t")[1] === ref)) return undefined;
    const args = ["fetch", "--quiet", "--no-tags", "--no-write-fetch-head", `--depth=${DEPTH}`];
    await git(this.#options, { args: [...args, "--", url, `+${ref}:${local}`] });
    return line(
      await git(this.#options, { args: ["rev-parse", "--verify", "--quiet", `${local}^{commit}`] }),
    );
  }

  /** Moves a branch from where it was seen to a commit; false where it is somewhere else by now. */
  async #push(branch: string, expected: string | undefined, commit: string): Promise<boolean> {
    const ref = `refs/heads/${branch}`;
    const lease = `--force-with-lease=${ref}:${expected === undefined ? "" : checkedCommit(expected)}`;
    const args = ["push", "--porcelain", "--no-verify", "--no-signed", lease];
    const { url } = this.#options.address;
    const outcome = await callGit(this.#options, { args: [...args, "--", url, `${commit}:${ref}`] });
    if (outcome.status === 0) return true;
    if (hasMoved(outcome)) return false;
    throw new CodedError({
      code: "git/push-refused",
      message: `The server did not take the branch ${JSON.stringify(branch)}: ${refusalOf(outcome)}.`,
      nextStep: "Check the rights of the account and the rules that protect the branch.",
    });
  }
}

/** What git and servers say where a branch is not where it was expected. */
const MOVED = [
  "stale info",
  "fetch first",
  "non-fast-forward",
  "cannot lock ref",
  "failed to update ref",
  "incorrect old value",
  "reference already exists",
  "remote ref does not exist",
] as const;

function hasMoved(outcome: Finished): boolean {
  const words = rejection(outcome) ?? "";
  return MOVED.some((mark) => words.includes(mark));
}

/** The line of the machine-readable output that says why the one ref was rejected. */
function rejection({ stdout }: Finished): string | undefined {
  return stdout
    .toString("utf8")
    .split("\n")
    .find((row) => row.startsWith("!"));
}

function refusalOf(outcome: Finished): string {
  const words = rejection(outcome)?.split("\t")[2];
  return (words ?? reasonIn(outcome.stderr)).slice(0, 300);
}

function historic(record: string): HistoricCommit {
  const end = record.indexOf("\n");
  return { commit: record.slice(0, end), message: record.slice(end + 1) };
}

/** A whole object id and nothing that git could read in another way. */
function checkedCommit(commit: string): string {
  if (/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/u.test(commit)) return commit;
  throw new CodedError({
    code: "git/bad-commit",
    message: `${JSON.stringify(commit.slice(0, 100))} is no id of a commit.`,
    nextStep: "Give the whole id, 40 or 64 hexadecimal digits.",
  });
}
