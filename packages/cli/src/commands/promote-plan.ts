import { planInRepository, planPromotion } from "@plimsoll/promote";
import { readPromotionFiles } from "@plimsoll/workspace";
import type { Arguments } from "../arguments/option.ts";
import { repositoryOrder, withRepository } from "../promote/open-repository.ts";
import { pathsOf, promotionOptions, refuseRepositoryOptions } from "../promote/promotion-options.ts";
import { promotionOutputs, type PromotionResult, writePromotion } from "../promote/write-promotion.ts";
import type { Terminal } from "../terminal/terminal.ts";

/** `plimsoll promote plan`: shows what a promotion would change, here or in a repository. */
export async function promotePlan(args: Arguments, terminal: Terminal): Promise<number> {
  const outputs = promotionOutputs(args);
  const url = args.valueOf("repository");
  const result = url === undefined ? planHere(args, terminal) : await planThere(args, terminal, url);
  return writePromotion(result, outputs, args, terminal);
}

const DONE = "Would promote";

function planHere(args: Arguments, terminal: Terminal): PromotionResult {
  refuseRepositoryOptions(args);
  const files = readPromotionFiles(terminal.cwd, pathsOf(args, terminal.cwd));
  return { plan: planPromotion({ ...promotionOptions(args), files }), done: DONE, facts: {} };
}

async function planThere(args: Arguments, terminal: Terminal, url: string): Promise<PromotionResult> {
  const { plan, baseCommit } = await withRepository(args, terminal, url, (remote) =>
    planInRepository(repositoryOrder(args), remote),
  );
  return { plan, done: DONE, facts: { baseCommit } };
}
