import { CodedError, compileGlobs } from "@plimsoll/core";
import type { BranchTip, GitRemote, RepositoryFile } from "@plimsoll/core/promotion";
import type { PromotionPlan } from "../plan.ts";
import { planPromotion } from "../plan-promotion.ts";
import { branchName } from "../record/branch-name.ts";
import { commitMessage } from "../record/commit-message.ts";
import type { PromotionOrder, PromotionOutcome, PromotionPorts } from "./order.ts";
import { closeOwn, publish, type Pushed } from "./pull-requests.ts";
import { findEarlierRun, judgeRollback } from "./rollback.ts";

/** Attempts where nothing else is said. */
const ATTEMPTS = 5;

/** Files that one environment may have. */
const MOST_FILES = 5000;

/** Milliseconds before the second attempt; each further one waits twice as long. */
const FIRST_WAIT = 250;

/**
 * Promotes an image in a repository. Each attempt works the edit out anew against the base as it is at that moment, so what others
 * write meanwhile is kept; a branch is only moved from where it was seen. Done twice, the second time changes nothing.
 * @throws CodedError `promote/raced` where others were faster each time, and those of `planPromotion` and the ports
 */
export async function promote(order: PromotionOrder, ports: PromotionPorts): Promise<PromotionOutcome> {
  const maximum = Math.max(1, order.maximumAttempts ?? ATTEMPTS);
  const branch = branchName(order.environment, order.image);
  checkPorts(order, ports);
  for (let attempt = 1; attempt <= maximum; attempt += 1) {
    if (attempt > 1) await ports.wait(FIRST_WAIT * 2 ** (attempt - 2) * (0.5 + ports.random()));
    const outcome = await tryOnce(order, ports, branch);
    if (outcome !== "moved") return { ...outcome, branch, attempts: attempt };
  }
  throw new CodedError({
    code: "promote/raced",
    message: `Others wrote to the repository during each of ${maximum} attempts.`,
    nextStep: "Run the promotion again, or let one promotion at a time run for an environment.",
  });
}

type Attempt = Omit<PromotionOutcome, "branch" | "attempts">;

async function tryOnce(
  order: PromotionOrder,
  ports: PromotionPorts,
  branch: string,
): Promise<Attempt | "moved"> {
  const { remote } = ports;
  const { plan, baseCommit } = await planInRepository(order, remote);
  const common = { plan, baseCommit, superseded: [] };
  if (plan.operation === "refused") return { ...common, operation: "refused" };
  if (plan.operation === "none") {
    const closed = ports.host !== undefined && (await closeOwn({ remote, host: ports.host }, order, branch));
    return { ...common, operation: closed ? "closed" : "none" };
  }
  if (order.mode === "commit") {
    const expected = { branch: order.base, parent: baseCommit, expectedTip: baseCommit };
    const made = await remote.commit({ ...changeOf(order, plan), ...expected });
    return made.kind === "moved" ? "moved" : { ...common, operation: "committed", commit: made.commit };
  }
  const pushed = await pushBranch(order, remote, plan, { branch, baseCommit });
  if (pushed === undefined) return "moved";
  const { commit, isNew } = pushed;
  if (order.mode === "branch" || ports.host === undefined)
    return { ...common, operation: isNew ? "pushed" : "none", commit };
  const published = await publish({ remote, host: ports.host }, order, plan, pushed);
  return { ...common, commit, ...published };
}

/** The branch with the plan's change on top of the base; one that is so already is left as it is. */
async function pushBranch(
  order: PromotionOrder,
  remote: GitRemote,
  plan: PromotionPlan,
  { branch, baseCommit }: { readonly branch: string; readonly baseCommit: string },
): Promise<Pushed | undefined> {
  const tip = await remote.readBranch(branch);
  if (tip !== undefined && (await isOurs(remote, tip, baseCommit, plan)))
    return { branch, commit: tip.commit, isNew: false };
  const expected = { branch, parent: baseCommit, expectedTip: tip?.commit };
  const made = await remote.commit({ ...changeOf(order, plan), ...expected });
  return made.kind === "moved" ? undefined : { branch, commit: made.commit, isNew: true };
}

/**
 * The plan against the base as it is on the server, with the past looked at. Nothing is written.
 * @throws CodedError those of `planPromotion` and of the port, `promote/too-many-files`
 */
export async function planInRepository(
  order: Omit<PromotionOrder, "mode" | "base">,
  remote: GitRemote,
): Promise<{ readonly plan: PromotionPlan; readonly baseCommit: string }> {
  const baseCommit = await remote.fetchBase();
  const files = await selectFiles(order, remote, baseCommit);
  const plan = planPromotion({ ...order, files });
  if (plan.operation !== "update") return { plan, baseCommit };
  const earlier = await findEarlierRun(remote, baseCommit, plan, order);
  const judged = earlier === undefined ? plan : judgeRollback(plan, earlier, order.allowRollback === true);
  return { plan: judged, baseCommit };
}

async function selectFiles(
  order: Omit<PromotionOrder, "mode" | "base">,
  remote: GitRemote,
  commit: string,
): Promise<readonly RepositoryFile[]> {
  const matches = compileGlobs(order.paths);
  const named = new Set((order.places ?? []).map((place) => place.slice(0, place.indexOf("#"))));
  const paths = (await remote.listFiles(commit)).filter(
    (path) => named.has(path) || (matches(path) && /\.(?:ya?ml|json)$|(?:^|\/)Kustomization$/u.test(path)),
  );
  if (paths.length <= MOST_FILES) return remote.readFiles(commit, paths);
  throw new CodedError({
    code: "promote/too-many-files",
    message: `${paths.length} files are more than the ${MOST_FILES} that one environment may have.`,
    nextStep: "Name the files of the environment only.",
  });
}

function changeOf(
  { title, trailers }: PromotionOrder,
  plan: PromotionPlan,
): { readonly files: readonly { readonly path: string; readonly text: string }[]; readonly message: string } {
  return {
    files: plan.files.map(({ path, after }) => ({ path, text: after })),
    message: commitMessage(plan, { subject: title, trailers }),
  };
}

/** Whether a branch is just what the plan would make of it: then it stays, with the reviews of its pull request. */
async function isOurs(
  remote: GitRemote,
  tip: BranchTip,
  base: string,
  plan: PromotionPlan,
): Promise<boolean> {
  if (tip.parents.length !== 1 || tip.parents[0] !== base) return false;
  const wanted = new Map(plan.files.map(({ path, after }) => [path, after]));
  const changed = await remote.changedPaths(base, tip.commit);
  if (changed.length !== wanted.size || !changed.every((path) => wanted.has(path))) return false;
  const files = await remote.readFiles(tip.commit, changed);
  return (
    files.length === wanted.size &&
    files.every((file) => "text" in file && wanted.get(file.path) === file.text)
  );
}

function checkPorts({ mode }: PromotionOrder, { host }: PromotionPorts): void {
  if (mode !== "pull-request" || host !== undefined) return;
  throw new CodedError({
    code: "promote/no-host",
    message: "Pull requests need a server that has them, and none is known.",
    nextStep: "Push a branch only, or commit to the base.",
  });
}
