import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CodedError } from "@plimsoll/core";
import type { GitRemote } from "@plimsoll/core/promotion";
import type { PromotionOrder } from "@plimsoll/promote";
import {
  type Committer,
  execute,
  findExecutable,
  type GitRemoteOptions,
  openGitRemote,
  remoteAddress,
} from "@plimsoll/workspace";
import { badValue } from "../arguments/option-values.ts";
import type { Arguments } from "../arguments/option.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { promotionOptions } from "./promotion-options.ts";

/** What the options ask for in a repository. */
export function repositoryOrder(args: Arguments): Omit<PromotionOrder, "mode"> {
  return {
    ...promotionOptions(args),
    paths: args.operands.length === 0 ? ["**"] : args.operands,
    base: args.valueOf("base") ?? "main",
    allowRollback: args.has("allow-rollback"),
  };
}

/**
 * Works with the repository at an address, in a folder that is gone afterwards.
 * @throws CodedError `git/not-found`, `cli/bad-value`, and those of `remoteAddress`, `openGitRemote` and the work itself
 */
export async function withRepository<Result>(
  args: Arguments,
  terminal: Terminal,
  url: string,
  work: (remote: GitRemote) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), "plimsoll-promote-"));
  try {
    const base = args.valueOf("base") ?? "main";
    return await work(await openGitRemote(remoteOptions(args, terminal, { url, base, folder })));
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
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
