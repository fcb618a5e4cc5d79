import type { GitHost, GitRemote, PullRequest } from "@plimsoll/core/promotion";
import type { PromotionPlan, PromotionRequest } from "../plan.ts";
import type { Trailer } from "../record/commit-message.ts";

/** What is to be promoted in a repository, and how. */
export interface PromotionOrder extends Omit<PromotionRequest, "files"> {
  /** Files of the environment, as globs from the root. */
  readonly paths: readonly string[];
  /** `branch` pushes the branch and leaves the rest to others; `commit` goes straight to the base. */
  readonly mode: "pull-request" | "branch" | "commit";
  /** The base branch. */
  readonly base: string;
  /** Whether a digest that ran before may come again. */
  readonly allowRollback?: boolean;
  /** Whether older pull requests of the image and environment are closed; they are unless it is false. */
  readonly supersede?: boolean;
  /** Times that it is tried when others write at the same moment. */
  readonly maximumAttempts?: number;
  /** Subject of the commit and title of the pull request. */
  readonly title?: string;
  /** Further lines at the end of the commit message, such as the digest of the decision. */
  readonly trailers?: readonly Trailer[];
  /** Markdown before the list of what changes. */
  readonly introduction?: string;
}

/** The outside of a promotion. */
export interface PromotionPorts {
  readonly remote: GitRemote;
  /** Needed for pull requests. */
  readonly host?: GitHost;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** From 0 up to 1. */
  readonly random: () => number;
}

/** What came of a promotion. */
export interface PromotionOutcome {
  /**
   * `none`: everything was as it should be. `closed`: the base has the digest by now, and the pull request was closed.
   * `pushed` is of the mode `branch`, `committed` of the mode `commit`.
   */
  readonly operation: "created" | "updated" | "closed" | "none" | "pushed" | "committed" | "refused";
  /** The plan against the base as it was in the last attempt. */
  readonly plan: PromotionPlan;
  readonly baseCommit: string;
  readonly branch: string;
  readonly commit?: string;
  readonly pullRequest?: PullRequest;
  /** Numbers of the pull requests that were closed in favour of this one. */
  readonly superseded: readonly number[];
  readonly attempts: number;
}
