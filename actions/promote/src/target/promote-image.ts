import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { findProgram, type ActionPorts } from "@plimsoll/action-kit";
import { compileGlobs } from "@plimsoll/core";
import type { GitRemote } from "@plimsoll/core/promotion";
import {
  planPromotion,
  promote,
  type PromotionOrder,
  type PromotionOutcome,
  type PromotionPlan,
} from "@plimsoll/promote";
import { execute, openGitRemote, remoteAddress } from "@plimsoll/workspace";
import { inputFailure } from "../failure.ts";
import { gitHubHost } from "../github-host.ts";
import type { Inputs } from "../inputs.generated.ts";

/** What is promoted and why it may be. */
export interface PromoteRequest {
  readonly inputs: Inputs;
  readonly image: { readonly name: string; readonly digest: string };
  /** SHA-256 of the decision's record, for the commit. */
  readonly decision: string;
  readonly workspace: string;
  readonly ports: ActionPorts;
}

/** What was done in the repository. */
export type Promoted = Omit<PromotionOutcome, "operation"> & {
  readonly operation: PromotionOutcome["operation"] | "planned";
};

/** Pins the digest in the environment's files as the mode says. */
export async function promoteImage(request: PromoteRequest): Promise<Promoted> {
  const { inputs, ports } = request;
  const { mode } = inputs;
  if (mode === "decide") throw new RangeError("the mode decide touches no repository");
  const order = orderOf(request);
  const folder = mkdtempSync(join(ports.environment["RUNNER_TEMP"] ?? tmpdir(), "plimsoll-git-"));
  try {
    const remote = await openRemote(request, join(folder, "repository.git"));
    if (mode === "plan") return await planOnly(order, remote);
    const host = mode === "pull-request" ? hostOf(request) : undefined;
    return await promote(
      { ...order, mode },
      {
        remote,
        wait: (milliseconds) => delay(milliseconds, undefined),
        random: Math.random,
        ...(host === undefined ? {} : { host }),
      },
    );
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

function orderOf({ inputs, image, decision }: PromoteRequest): Omit<PromotionOrder, "mode"> {
  if (inputs.files.length === 0 && inputs.places.length === 0)
    throw inputFailure(
      "files: the environment's files are not named.",
      "Write globs such as environments/staging/**.",
    );
  const kinds = inputs.update.filter((kind) => kind !== "auto");
  return {
    image: {
      ...image,
      otherNames: inputs.otherNames,
      ...(inputs.imageTag === undefined ? {} : { tag: inputs.imageTag }),
    },
    environment: inputs.environment,
    paths: inputs.files,
    places: inputs.places,
    base: inputs.base,
    allowRollback: inputs.allowRollback,
    supersede: inputs.supersede,
    maximumAttempts: inputs.maxAttempts,
    trailers: [["Plimsoll-Decision", `sha256:${decision}`]],
    ...(kinds.length === 0 ? {} : { kinds }),
    ...(inputs.title === undefined ? {} : { title: inputs.title }),
  };
}

async function planOnly(order: Omit<PromotionOrder, "mode">, remote: GitRemote): Promise<Promoted> {
  const baseCommit = await remote.fetchBase();
  const matches = compileGlobs(order.paths);
  const named = new Set((order.places ?? []).map((place) => place.slice(0, Math.max(0, place.indexOf("#")))));
  const isFile = (path: string): boolean => /\.(?:ya?ml|json)$|(?:^|\/)Kustomization$/u.test(path);
  const paths = (await remote.listFiles(baseCommit)).filter(
    (path) => named.has(path) || (matches(path) && isFile(path)),
  );
  const plan: PromotionPlan = planPromotion({ ...order, files: await remote.readFiles(baseCommit, paths) });
  const operation = plan.operation === "update" ? "planned" : plan.operation;
  return { operation, plan, baseCommit, branch: "", superseded: [], attempts: 1 };
}

function openRemote({ inputs, ports, workspace }: PromoteRequest, folder: string): Promise<GitRemote> {
  const { environment } = ports;
  const command = findProgram("git", { path: environment["PATH"], notInside: workspace });
  if (command === undefined) throw inputFailure("git is not installed.", "Install it before this step.");
  return openGitRemote({
    command,
    folder,
    execute,
    environment,
    address: remoteAddress(addressOf(inputs, ports)),
    credentials:
      inputs.token === undefined ? undefined : { username: inputs.username, password: inputs.token },
    base: inputs.base,
    committer: { name: inputs.authorName, email: inputs.authorEmail, now: ports.now },
  });
}

const REPOSITORY = /^[A-Za-z0-9_.-]{1,100}\/[A-Za-z0-9_.-]{1,100}$/u;

function addressOf({ repository }: Inputs, { environment }: ActionPorts): string {
  const name = repository ?? environment["GITHUB_REPOSITORY"] ?? "";
  if (REPOSITORY.test(name)) return `${environment["GITHUB_SERVER_URL"] ?? "https://github.com"}/${name}.git`;
  if (name !== "") return name;
  throw inputFailure("repository: it is not known.", "Write owner/name or an address.");
}

function hostOf({ inputs, ports }: PromoteRequest): ReturnType<typeof gitHubHost> {
  const name = inputs.repository ?? ports.environment["GITHUB_REPOSITORY"] ?? "";
  const [owner = "", repository = ""] = REPOSITORY.test(name) ? name.split("/") : lastParts(name);
  if (inputs.token === undefined)
    throw inputFailure(
      "token: pull requests need one.",
      "Give an App's token with contents and pull requests.",
    );
  const apiUrl = ports.environment["GITHUB_API_URL"] ?? "https://api.github.com";
  return gitHubHost({
    owner,
    repository,
    base: inputs.base,
    token: inputs.token,
    apiUrl,
    fetch: (address, init) => ports.fetch(addressText(address), init ?? {}),
  });
}

function addressText(address: string | URL | Request): string {
  return address instanceof Request ? address.url : String(address);
}

/** Owner and name at the end of a repository's address. */
function lastParts(address: string): readonly string[] {
  return address
    .replace(/\.git$/u, "")
    .split(/[/:]/u)
    .slice(-2);
}
