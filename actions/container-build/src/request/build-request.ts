import { existsSync, realpathSync, statSync } from "node:fs";
import { isAbsolute, join, relative, resolve } from "node:path";
import type { Environment } from "@plimsoll/action-kit";
import { parseImageReference } from "@plimsoll/syntax";
import type { Inputs } from "../inputs.generated.ts";
import { inputFailure } from "./failure.ts";

/** Where and under which names to build: the inputs, checked. */
export interface BuildRequest {
  /** Absolute real path of the checkout. */
  readonly workspace: string;
  /** Absolute real path, inside the workspace. */
  readonly context: string;
  /** Absolute real path, inside the workspace. */
  readonly dockerfile: string;
  readonly target: string | undefined;
  readonly platforms: readonly string[];
  readonly image: ImageTarget;
  readonly labels: ReadonlyMap<string, string>;
  readonly annotations: ReadonlyMap<string, string>;
  readonly buildArgs: ReadonlyMap<string, string>;
  readonly network: "default" | "none" | "host";
}

/** The repository to push to, and the tags. */
export interface ImageTarget {
  /** Host and port. */
  readonly registry: string;
  readonly repository: string;
  readonly tags: readonly [string, ...string[]];
}

/** Name without tag and digest. */
export function imageNameOf({ registry, repository }: ImageTarget): string {
  return `${registry}/${repository}`;
}

/**
 * Checks what the inputs say about the build.
 * @throws ActionFailure `build/input` that names the input
 */
export function readRequest(inputs: Inputs, environment: Environment): BuildRequest {
  const workspace = realpathSync(environment["GITHUB_WORKSPACE"] ?? process.cwd());
  const context = insideWorkspace(workspace, resolve(workspace, inputs.context), "context");
  if (!statSync(context).isDirectory())
    throw inputFailure(`context: ${inputs.context} is no folder.`, "Name the folder of the build context.");
  const file = inputs.file === undefined ? join(context, "Dockerfile") : resolve(workspace, inputs.file);
  return {
    workspace,
    context,
    dockerfile: insideWorkspace(workspace, file, "file"),
    target: inputs.target,
    platforms: inputs.platforms.map(checkedPlatform),
    image: imageTarget(inputs.tags),
    labels: pairs("labels", inputs.labels, KEY),
    annotations: pairs("annotations", inputs.annotations, KEY),
    buildArgs: pairs("build-args", inputs.buildArgs, VARIABLE),
    network: inputs.network,
  };
}

/** Links are followed first, so that none leads out. */
function insideWorkspace(workspace: string, path: string, input: string): string {
  if (!existsSync(path))
    throw inputFailure(`${input}: there is no ${relative(workspace, path) || path}.`, "Correct the path.");
  const real = realpathSync(path);
  const within = relative(workspace, real);
  if (within.startsWith("..") || isAbsolute(within))
    throw inputFailure(`${input}: ${path} lies outside the workspace.`, "Name a path inside the workspace.");
  return real;
}

const PLATFORM = /^[a-z0-9]{1,20}\/[a-z0-9_]{1,20}(?:\/[a-z0-9.]{1,20})?$/;

function checkedPlatform(platform: string): string {
  if (PLATFORM.test(platform)) return platform;
  throw inputFailure(`platforms: ${JSON.stringify(platform)} is none.`, "Write them as linux/amd64.");
}

function imageTarget(tags: readonly string[]): ImageTarget {
  const references = tags.map((text) => {
    const parsed = parseImageReference(text);
    if (!parsed.ok)
      throw inputFailure(`tags: ${JSON.stringify(text)}: ${parsed.problem.message}.`, FULL_NAME);
    const { reference } = parsed;
    if (!reference.hasExplicitRegistry || reference.tag === undefined || reference.digest !== undefined)
      throw inputFailure(`tags: ${JSON.stringify(text)} does not name registry and tag.`, FULL_NAME);
    return { registry: reference.registry, repository: reference.repository, tag: reference.tag };
  });
  const [first, ...others] = references;
  if (first === undefined) throw inputFailure("tags: none is given.", FULL_NAME);
  const stray = others.find(
    ({ registry, repository }) => registry !== first.registry || repository !== first.repository,
  );
  if (stray !== undefined)
    throw inputFailure(
      `tags: ${stray.registry}/${stray.repository} is another repository than ${first.registry}/${first.repository}.`,
      "Push to one repository; promotion is a step of its own.",
    );
  const rest = [...new Set(others.map(({ tag }) => tag))].filter((tag) => tag !== first.tag);
  return { registry: first.registry, repository: first.repository, tags: [first.tag, ...rest] };
}

const FULL_NAME = "Write full names such as registry.example/team/app:1.2.3.";

const KEY = /^[A-Za-z0-9][A-Za-z0-9._/-]{0,255}$/;
const VARIABLE = /^[A-Za-z_][A-Za-z0-9_]{0,255}$/;

/** Lines `key=value` as a map. Two values for one key are an error. */
export function pairs(input: string, lines: readonly string[], key: RegExp): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (const line of lines) {
    const at = line.indexOf("=");
    const name = at < 0 ? line : line.slice(0, at).trim();
    if (at < 0 || !key.test(name))
      throw inputFailure(
        `${input}: ${JSON.stringify(name.slice(0, 80))} is no key with "=" behind it.`,
        ONE_PAIR,
      );
    if (map.has(name)) throw inputFailure(`${input}: ${name} is given twice.`, ONE_PAIR);
    map.set(name, line.slice(at + 1).trim());
  }
  return map;
}

const ONE_PAIR = "Write one key=value a line.";
