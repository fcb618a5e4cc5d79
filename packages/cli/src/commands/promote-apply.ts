import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CodedError } from "@plimsoll/core";
import { planPromotion, promote, type PromotionOrder, type PromotionOutcome } from "@plimsoll/promote";
import {
  type Committer,
  execute,
  findExecutable,
  type GitRemoteOptions,
  openGitRemote,
  readPromotionFiles,
  remoteAddress,
  writeFilesAtomically,
} from "@plimsoll/workspace";
import { badValue, countOption, wordOption } from "../arguments/option-values.ts";
import type { Arguments } from "../arguments/option.ts";
import { pathsOf, promotionOptions } from "../promote/promotion-options.ts";
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
  for (const name of ["base", "mode", "allow-rollback", "max-attempts", "author"]) {
    if (!args.has(name)) continue;
    throw new CodedError({
      code: "cli/missing-option",
      message: `--${name} has a meaning only with --repository.`,
      nextStep: `Give --repository, or leave --${name} out.`,
    });
  }
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
  const folder = mkdtempSync(join(tmpdir(), "plimsoll-promote-"));
  try {
    const order = orderOf(args);
    const remote = await openGitRemote(remoteOptions(args, terminal, { url, base: order.base, folder }));
    const outcome = await promote(order, { remote, wait, random: Math.random });
    const { plan, operation, branch, commit, attempts, baseCommit } = outcome;
    return {
      plan,
      done: doneWords(outcome),
      facts: { result: operation, branch, commit, attempts, baseCommit },
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function orderOf(args: Arguments): PromotionOrder {
  const maximumAttempts = countOption(args, "max-attempts", 100);
  return {
    ...promotionOptions(args),
    paths: args.operands.length === 0 ? ["**"] : args.operands,
    mode: wordOption(args, "mode", ["branch", "commit"]) ?? "branch",
    base: args.valueOf("base") ?? "main",
    allowRollback: args.has("allow-rollback"),
    ...(maximumAttempts === undefined ? {} : { maximumAttempts }),
  };
}

function remoteOptions(
  args: Arguments,
  { cwd, environment }: Terminal,
  { url, base, folder }: { readonly url: string; readonly base: string; readonly folder: string },
): GitRemoteOptions {
  const command = findExecutable("git", { path: environment["PATH"], notInside: cwd });
  const [username, password] = [environment["PLIMSOLL_GIT_USERNAME"], environment["PLIMSOLL_GIT_PASSWORD"]];
  if (command === undefined) {
    throw new CodedError({
      code: "git/not-found",
      message: "git is not installed, or not on PATH.",
      nextStep: "Install git, or edit a checkout without --repository.",
    });
  }
  return {
    address: remoteAddress(url),
    base,
    folder: join(folder, "repository"),
    command,
    execute,
    environment,
    committer: committerOf(args),
    ...(password === undefined ? {} : { credentials: { username: username ?? "git", password } }),
  };
}

function committerOf(args: Arguments): Committer {
  const given = args.valueOf("author") ?? "Plimsoll <plimsoll@localhost>";
  const match = /^([^<>\r\n]{1,200}) <([^<>\s]{1,200})>$/u.exec(given);
  const [, name, email] = match ?? [];
  if (name === undefined || email === undefined)
    throw badValue("author", given, "a name and an address, as in Release Team <release@example.com>");
  return { name, email, now: Date.now };
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
