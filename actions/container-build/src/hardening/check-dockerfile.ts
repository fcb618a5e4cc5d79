import { relative } from "node:path";
import { ActionFailure } from "@plimsoll/action-kit";
import {
  conclude,
  createEngine,
  type Configuration,
  type Finding,
  type NotChecked,
  type WaivedFinding,
} from "@plimsoll/core";
import { loadRuleSet, ruleHeaders } from "@plimsoll/rules/lazy";
import { type Dockerfile, parseDockerfile, type Stage } from "@plimsoll/syntax";
import {
  checkText,
  loadWaivers,
  openWorkspace,
  readSource,
  siblingReader,
  type Workspace,
} from "@plimsoll/workspace";
import type { BuildRequest } from "../request/build-request.ts";
import { inputFailure } from "../request/failure.ts";

/** What the rules say of the Dockerfile that is built. */
export interface Hardening {
  /** Path from the workspace's root, as findings have it. */
  readonly path: string;
  /** The text up to the end of the stage that is built. */
  readonly file: Dockerfile;
  readonly configuration: Configuration;
  readonly findings: readonly Finding[];
  readonly waived: readonly WaivedFinding[];
}

/** What the check needs beside the request. */
export interface HardeningRequest {
  readonly request: BuildRequest;
  readonly config: string | undefined;
  readonly approved: readonly string[];
  /** ISO date by which waivers are judged. */
  readonly today: string;
}

/**
 * Judges the Dockerfile as it is built: with the build's arguments, up to its target, under the workspace's configuration and waivers.
 * @throws ActionFailure `build/not-checked` where a part of the file could not be judged; CodedError of a wrong configuration
 */
export async function checkHardening({
  request,
  config,
  approved,
  today,
}: HardeningRequest): Promise<Hardening> {
  const workspace = await openWorkspace({
    cwd: request.workspace,
    paths: [request.dockerfile],
    config,
    overrides: { buildArguments: Object.fromEntries(request.buildArgs) },
    ruleSet: ruleHeaders,
  });
  const configuration = withApproved(workspace.configuration, approved);
  const path = relative(workspace.root, request.dockerfile).replaceAll("\\", "/");
  const source = readSource({ path, absolute: request.dockerfile });
  if ("notChecked" in source) throw notChecked([source.notChecked]);
  const file = upToTarget(source.text, request);
  const assessment = await judge({
    workspace,
    configuration,
    path,
    file,
    today,
    dockerfile: request.dockerfile,
  });
  return { path, file, configuration, ...assessment };
}

interface Judged {
  readonly workspace: Workspace;
  readonly configuration: Configuration;
  readonly path: string;
  readonly file: Dockerfile;
  readonly today: string;
  readonly dockerfile: string;
}

async function judge(judged: Judged): Promise<Pick<Hardening, "findings" | "waived">> {
  const { workspace, configuration, path, file, today, dockerfile } = judged;
  const ruleSet = await loadRuleSet({ configuration, dockerfiles: true, workflows: false, objects: false });
  const engine = createEngine({ ruleSet, configuration, auditor: false });
  const outcome = checkText(engine, {
    path,
    text: file.text,
    sibling: siblingReader(workspace.root, dockerfile),
  });
  if ("notChecked" in outcome) throw notChecked([outcome.notChecked]);
  const { result } = outcome;
  if (!result.checked || result.kind !== "dockerfile")
    throw inputFailure(`file: ${path} is no Dockerfile.`, "Name the Dockerfile.");
  const waivers = loadWaivers({ configuration, read: workspace.read });
  const assessment = conclude(engine, [result], { today, waivers, partial: true });
  const unseen = assessment.notChecked.filter(({ file: where }) => where === path);
  if (unseen.length > 0) throw notChecked(unseen);
  return {
    findings: assessment.findings.filter((finding) => finding.file === path),
    waived: assessment.waived,
  };
}

/** A name without a pattern stands for itself and all below it. */
function withApproved(configuration: Configuration, approved: readonly string[]): Configuration {
  const patterns = approved.flatMap((entry) =>
    entry.includes("*") ? [entry] : [entry.replace(/\/$/u, ""), `${entry.replace(/\/$/u, "")}/**`],
  );
  const { images } = configuration;
  return { ...configuration, images: { ...images, trusted: [...images.trusted, ...patterns] } };
}

/** The file without the stages behind the target: the target is the last stage then, and every place stays where it is. */
function upToTarget(text: string, { target, buildArgs }: BuildRequest): Dockerfile {
  const whole = parseDockerfile(text, { buildArgs });
  if (target === undefined) return whole;
  const stage = findStage(whole, target);
  if (stage === undefined) {
    const names = whole.stages.map(({ name, index }) => name ?? String(index)).join(", ");
    throw inputFailure(`target: there is no stage ${JSON.stringify(target)}.`, `There are: ${names}.`);
  }
  const next = whole.stages[stage.index + 1];
  return next === undefined ? whole : parseDockerfile(text.slice(0, next.from.start), { buildArgs });
}

function findStage({ stages }: Dockerfile, target: string): Stage | undefined {
  const named = stages.find(({ name }) => name === target.toLowerCase());
  return named ?? (/^\d{1,4}$/u.test(target) ? stages[Number(target)] : undefined);
}

function notChecked(notes: readonly NotChecked[]): ActionFailure {
  const reasons = notes.slice(0, 5).map(({ code, reason }) => `${code}: ${reason}`);
  return new ActionFailure({
    code: "build/not-checked",
    message: `The Dockerfile could not be judged whole. ${reasons.join(" ")}`,
    nextStep: "Repair what is named; nothing is built that was not judged.",
  });
}
