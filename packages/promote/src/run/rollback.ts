import type { GitRemote } from "@plimsoll/core/promotion";
import type { PromotionPlan, PromotionRequest } from "../plan.ts";
import { planPromotion } from "../plan-promotion.ts";
import { readPromotion } from "../record/commit-message.ts";

/** Commits whose messages are read. */
const MOST_COMMITS = 200;

/** Commits whose files are read. */
const MOST_READ = 30;

/** Where a digest has run before. */
export interface EarlierRun {
  readonly commit: string;
}

/**
 * Looks for the digest in the past of the files that a plan changes: in what promotions recorded, and in the files themselves. A
 * digest that ran before and was replaced is older than what runs now.
 */
export async function findEarlierRun(
  remote: GitRemote,
  base: string,
  plan: PromotionPlan,
  request: Omit<PromotionRequest, "files">,
): Promise<EarlierRun | undefined> {
  const paths = plan.files.map(({ path }) => path);
  const commits = await remote.history(base, paths, MOST_COMMITS);
  const recorded = commits.find(({ message }) => isRecorded(message, plan));
  if (recorded !== undefined) return { commit: recorded.commit };
  for (const { commit } of commits.slice(0, MOST_READ)) {
    if (commit === base) continue;
    const files = await remote.readFiles(commit, paths);
    const { places } = planPromotion({ ...request, files });
    if (places.some(({ digest }) => digest === plan.image.digest)) return { commit };
  }
  return undefined;
}

function isRecorded(message: string, { environment, image }: PromotionPlan): boolean {
  const record = readPromotion(message);
  if (record === undefined || record.environment !== environment || record.image !== image.name) return false;
  return record.digest === image.digest || record.previousDigests.includes(image.digest);
}

/** The plan with what was found: refused, or noted where it is allowed. */
export function judgeRollback(
  plan: PromotionPlan,
  { commit }: EarlierRun,
  isAllowed: boolean,
): PromotionPlan {
  const [place] = plan.places;
  const remark = {
    code: "promote/rollback",
    file: place?.file ?? "",
    path: place?.path ?? "",
    at: place?.at ?? { line: 1, column: 1, offset: 0 },
    message: `The digest ran here before (commit ${commit.slice(0, 12)}) and was replaced since.`,
  };
  if (isAllowed) return { ...plan, notes: [...plan.notes, remark] };
  const nextStep = "Allow the rollback where going back is what is wanted.";
  return {
    ...plan,
    operation: "refused",
    files: [],
    diff: "",
    refusals: [...plan.refusals, { ...remark, nextStep }],
  };
}
