/** A file of a repository at one commit. */
export type RepositoryFile =
  | { readonly path: string; readonly text: string }
  /** Not read: a link, too large, or not UTF-8. The reason is the end of a sentence. */
  | { readonly path: string; readonly unreadable: string };

/** A commit of the base branch's history. */
export interface HistoricCommit {
  readonly commit: string;
  readonly message: string;
}

/** A file with its new text. */
export interface ChangedFile {
  readonly path: string;
  readonly text: string;
}

/** What is to be committed. */
export interface CommitRequest {
  readonly branch: string;
  /** The commit that the new one follows; its files are kept but for `files`. */
  readonly parent: string;
  /** What the branch must point to at this moment; undefined where it must not exist. */
  readonly expectedTip: string | undefined;
  readonly files: readonly ChangedFile[];
  readonly message: string;
}

/** `moved`: the branch was not where it was expected, and nothing was changed. */
export type CommitOutcome =
  | { readonly kind: "committed"; readonly commit: string }
  | { readonly kind: "moved" };

/** The tip of a branch. */
export interface BranchTip {
  readonly commit: string;
  readonly parents: readonly string[];
}

/**
 * A repository on a server, as far as a promotion needs it. Failures are `CodedError`; what another writer may cause is an
 * outcome.
 */
export interface GitRemote {
  /** The base branch's tip as the server has it now. */
  readonly fetchBase: () => Promise<string>;
  /** Paths of all files at a commit, from the root with `/`. */
  readonly listFiles: (commit: string) => Promise<readonly string[]>;
  /** Files at a commit, in the order asked for; those that it does not have are left out. */
  readonly readFiles: (commit: string, paths: readonly string[]) => Promise<readonly RepositoryFile[]>;
  /** The latest commits up to and with `commit` that touched one of the paths, newest first. */
  readonly history: (
    commit: string,
    paths: readonly string[],
    limit: number,
  ) => Promise<readonly HistoricCommit[]>;
  readonly readBranch: (branch: string) => Promise<BranchTip | undefined>;
  /** Paths of the files that differ between two commits. */
  readonly changedPaths: (from: string, to: string) => Promise<readonly string[]>;
  /** Compare and swap: the branch is changed only where it still points to `expectedTip`. */
  readonly commit: (request: CommitRequest) => Promise<CommitOutcome>;
  /** Deletes a branch where it still points to that commit. */
  readonly deleteBranch: (branch: string, expectedTip: string) => Promise<void>;
}

/** A pull request that is open. */
export interface PullRequest {
  readonly number: number;
  readonly url: string;
  /** The branch that is to be merged. */
  readonly branch: string;
  readonly headCommit: string;
  readonly title: string;
  readonly body: string;
  /** The account that opened it. */
  readonly author: string;
}

/** The words of a pull request. */
export interface PullRequestText {
  readonly branch: string;
  readonly title: string;
  readonly body: string;
}

/** The pull requests of a repository's base branch. */
export interface GitHost {
  /** Open pull requests from branches of the same repository whose name starts with the prefix. */
  readonly listPullRequests: (branchPrefix: string) => Promise<readonly PullRequest[]>;
  /** Undefined where one of that branch is open already. */
  readonly createPullRequest: (text: PullRequestText) => Promise<PullRequest | undefined>;
  readonly updatePullRequest: (number: number, text: PullRequestText) => Promise<void>;
  /** Says why, then closes. */
  readonly closePullRequest: (number: number, comment: string) => Promise<void>;
}
