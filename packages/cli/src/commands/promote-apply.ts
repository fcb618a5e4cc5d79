import { join } from "node:path";
import { planPromotion, promote, type PromotionOrder, type PromotionOutcome } from "@plimsoll/promote";
import { readPromotionFiles, writeFilesAtomically } from "@plimsoll/workspace";
import { countOption, wordOption } from "../arguments/option-values.ts";
import type { Arguments } from "../arguments/option.ts";
import { repositoryOrder, withRepository } from "../promote/open-repository.ts";
import { pathsOf, promotionOptions, refuseRepositoryOptions } from "../promote/promotion-options.ts";
import { promotionOutputs, type PromotionResult, writePromotion } from "../promote/write-promotion.ts";
import type { Terminal } from "../terminal/terminal.ts";

/** `plimsoll promote apply`: writes a digest into the files here, or into those of a repository on a server. */
export async function promoteApply(args: Arguments, terminal: Terminal): Promise<number> {
  const outputs = promotionOutputs(args);
  const url = args.valueOf("repository");
  const result = url === undefined ? applyHere(args, terminal) : await applyThere(args, terminal, url);
  return writePromotion(result, outputs, args, terminal);
}

function applyHere(args: Arguments, terminal: Terminal): PromotionResult {
  refuseRepositoryOptions(args);
  const { cwd } = terminal;
  const files = readPromotionFiles(cwd, pathsOf(args, cwd));
  const plan = planPromotion({ ...promotionOptions(args), files });
  writeFilesAtomically(
    cwd,
    plan.files.map(({ path, after }) => ({ path: join(cwd, path), text: after })),
  );
  return { plan, done: "Promoted", facts: {} };
}

async function applyThere(args: Arguments, terminal: Terminal, url: string): Promise<PromotionResult> {
  const maximumAttempts = countOption(args, "max-attempts", 100);
  const order: PromotionOrder = {
    ...repositoryOrder(args),
    mode: wordOption(args, "mode", ["branch", "commit"]) ?? "branch",
    ...(maximumAttempts === undefined ? {} : { maximumAttempts }),
  };
  const outcome = await withRepository(args, terminal, url, (remote) =>
    promote(order, { remote, wait, random: Math.random }),
  );
  const { plan, operation, branch, commit, attempts, baseCommit } = outcome;
  const facts = { result: operation, branch, commit, attempts, baseCommit };
  return { plan, done: doneWords(outcome), facts };
}

function doneWords({ operation, branch, attempts }: PromotionOutcome): string {
  const words =
    operation === "pushed"
      ? `Pushed ${branch}`
      : operation === "none"
        ? `Branch ${branch} is in place`
        : "Committed";
  return attempts > 1 ? `${words} in attempt ${attempts}` : words;
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
