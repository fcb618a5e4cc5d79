import type { GitHost, GitRemote, PullRequest, PullRequestText } from "@plimsoll/core/promotion";
import type { PromotionPlan, PromotionRemark } from "../plan.ts";
import { branchPrefix, isBranchOf } from "../record/branch-name.ts";
import { promotionTitle } from "../record/commit-message.ts";
import { pullRequestBody } from "../record/pull-request-body.ts";
import type { PromotionOrder, PromotionOutcome } from "./order.ts";

/** The account behind a workflow's own token. */
const WORKFLOW_ACCOUNT = "github-actions[bot]";

/** A repository whose server has pull requests. */
export interface HostPorts {
  readonly remote: GitRemote;
  readonly host: GitHost;
}

/** A branch and where it is now. */
export interface Pushed {
  readonly branch: string;
  readonly commit: string;
  /** Whether the branch was moved just now. */
  readonly isNew: boolean;
}

type Published = Pick<PromotionOutcome, "operation" | "superseded"> & {
  readonly pullRequest: PullRequest;
  readonly plan: PromotionPlan;
};

/** Opens or updates the pull request of a branch, then closes the older ones of the same image and environment. */
export async function publish(
  ports: HostPorts,
  order: PromotionOrder,
  plan: PromotionPlan,
  pushed: Pushed,
): Promise<Published> {
  const text: PullRequestText = {
    branch: pushed.branch,
    title: order.title ?? promotionTitle(plan),
    body: pullRequestBody(plan, order.introduction),
  };
  const prefix = branchPrefix(order.environment, order.image);
  const open = await ports.host.listPullRequests(prefix);
  const { pullRequest, operation } = await openOne(ports, open, text, pushed);
  const older = order.supersede === false ? [] : open.filter(({ branch }) => isBranchOf(branch, prefix));
  const superseded: number[] = [];
  for (const other of older) {
    // One that was opened later is a newer promotion, which this one must not undo.
    if (other.branch === pushed.branch || other.number > pullRequest.number) continue;
    await ports.host.closePullRequest(other.number, `Superseded by #${pullRequest.number}.`);
    await ports.remote.deleteBranch(other.branch, other.headCommit);
    superseded.push(other.number);
  }
  return {
    pullRequest,
    operation,
    superseded,
    plan: { ...plan, notes: [...plan.notes, ...tokenNotes(pullRequest)] },
  };
}

async function openOne(
  { host }: HostPorts,
  open: readonly PullRequest[],
  text: PullRequestText,
  { commit, isNew }: Pushed,
): Promise<{ readonly pullRequest: PullRequest; readonly operation: "created" | "updated" | "none" }> {
  const known = open.find(({ branch }) => branch === text.branch);
  if (known === undefined) {
    const created = await host.createPullRequest(text);
    if (created !== undefined) return { pullRequest: created, operation: "created" };
  }
  // Somebody else, who promotes the same, was faster.
  const found =
    known ?? (await host.listPullRequests(text.branch)).find(({ branch }) => branch === text.branch);
  if (found === undefined)
    throw new RangeError(`the pull request of ${text.branch} is neither open nor can be opened`);
  const isSame = found.title === text.title && found.body === text.body;
  if (!isSame) await host.updatePullRequest(found.number, text);
  const pullRequest = { ...found, title: text.title, body: text.body, headCommit: commit };
  return { pullRequest, operation: isSame && !isNew ? "none" : "updated" };
}

/** Closes the pull request of a branch whose change the base has by now. */
export async function closeOwn(
  { host, remote }: HostPorts,
  { base }: PromotionOrder,
  branch: string,
): Promise<boolean> {
  const open = await host.listPullRequests(branch);
  const own = open.find((each) => each.branch === branch);
  if (own === undefined) return false;
  await host.closePullRequest(own.number, `${base} pins this digest already.`);
  await remote.deleteBranch(branch, own.headCommit);
  return true;
}

function tokenNotes({ author }: PullRequest): readonly PromotionRemark[] {
  if (author !== WORKFLOW_ACCOUNT) return [];
  return [
    {
      code: "promote/default-token",
      file: "",
      path: "",
      at: { line: 1, column: 1, offset: 0 },
      message:
        "The pull request was opened with the workflow's own token, and such ones start no workflows: checks that are required stay open. Give the token of an App.",
    },
  ];
}
