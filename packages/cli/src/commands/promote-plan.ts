import { planPromotion } from "@plimsoll/promote";
import { readPromotionFiles } from "@plimsoll/workspace";
import type { Arguments } from "../arguments/option.ts";
import { pathsOf, promotionOptions } from "../promote/promotion-options.ts";
import { promotionOutputs, writePromotion } from "../promote/write-promotion.ts";
import type { Terminal } from "../terminal/terminal.ts";

/** `plimsoll promote plan`: shows what a promotion would change here. */
export async function promotePlan(args: Arguments, terminal: Terminal): Promise<number> {
  const outputs = promotionOutputs(args);
  const request = promotionOptions(args);
  const files = readPromotionFiles(terminal.cwd, pathsOf(args, terminal.cwd));
  const plan = planPromotion({ ...request, files });
  return writePromotion({ plan, done: "Would promote", facts: {} }, outputs, args, terminal);
}
