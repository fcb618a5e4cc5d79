import type { Problem } from "@plimsoll/core";
import type { YamlNode } from "@plimsoll/syntax";
import { at, list, text } from "../shared-objects/values.ts";
import { documentFlaw, type DocumentFlaw } from "./document-flaw.ts";
import { isExactVersion, isMovingRevision, isTemplated } from "./versions.ts";

/** Names of files that Kustomize reads. */
export const KUSTOMIZATIONS: readonly string[] = ["kustomization.yaml", "kustomization.yml", "Kustomization"];

const LISTS: readonly string[] = ["resources", "bases", "components", "crds"];

/** Remote entries of a kustomization that are fetched at whatever is newest. */
export function* unpinnedBases(root: YamlNode, value: unknown): Iterable<Problem<DocumentFlaw>> {
  for (const name of LISTS) {
    for (const [index, entry] of list(at(value, name)).entries()) {
      const source = text(entry) ?? "";
      const state = stateOf(source);
      if (state === undefined) continue;
      const { problem, detail } = state;
      yield documentFlaw(root, problem, [name, index], { value: source, detail });
    }
  }
  for (const [index, chart] of list(at(value, "helmCharts")).entries()) {
    yield* inflated(root, { chart, path: ["helmCharts", index] });
  }
}

function* inflated(
  root: YamlNode,
  { chart, path }: { readonly chart: unknown; readonly path: readonly (string | number)[] },
): Iterable<Problem<DocumentFlaw>> {
  const name = text(at(chart, "name")) ?? "";
  const version = text(at(chart, "version"));
  if (at(chart, "repo") === undefined) return;
  if (version === undefined) yield documentFlaw(root, "noVersion", [...path, "name"], { value: name });
  else if (!isExactVersion(version))
    yield documentFlaw(root, "inflatedRange", [...path, "version"], { value: name, detail: version });
}

interface Unpinned {
  readonly problem: string;
  readonly detail: string;
}

/** What is wrong with an entry; undefined for files of the repository and for what is fixed. */
function stateOf(source: string): Unpinned | undefined {
  if (!isRemote(source) || isTemplated(source)) return undefined;
  const revision = queryOf(source, "ref") ?? queryOf(source, "version");
  if (revision !== undefined)
    return isMovingRevision(revision) ? { problem: "branch", detail: revision } : undefined;
  const inPath = revisionInPath(source);
  if (inPath === undefined) return { problem: "noRevision", detail: "" };
  return isMovingRevision(inPath) ? { problem: "branch", detail: inPath } : undefined;
}

const SCHEMES: readonly string[] = ["https://", "http://", "ssh://", "git://", "file://"];
const HOSTS: readonly string[] = ["github.com/", "gitlab.com/", "bitbucket.org/", "git@", "git::"];

function isRemote(source: string): boolean {
  const lower = source.toLowerCase();
  return [...SCHEMES, ...HOSTS].some((start) => lower.startsWith(start)) && !lower.startsWith("file://");
}

function queryOf(source: string, key: string): string | undefined {
  const at = source.indexOf("?");
  if (at < 0) return undefined;
  const pair = source
    .slice(at + 1)
    .split("&")
    .find((one) => one.startsWith(`${key}=`));
  const value = pair?.slice(key.length + 1);
  return value === "" ? undefined : value;
}

/**
 * The revision that the address of a single file holds: behind the repository for raw files, behind `download` for files of a
 * release (`latest/download` moves). Another address of a file with a number in its path is taken for one of a version.
 */
function revisionInPath(source: string): string | undefined {
  const rest = source.slice(source.indexOf("://") + "://".length);
  const [host = "", ...parts] = rest.split("/");
  if (host === "raw.githubusercontent.com") return parts[2] === "refs" ? parts[4] : parts[2];
  const releases = parts.indexOf("releases");
  if (releases >= 0) return parts[releases + 1] === "latest" ? "latest" : parts[releases + 2];
  const raw = parts.findIndex((part) => part === "raw" || part === "blob");
  if (raw >= 0) return parts[raw + 1];
  const isFile = source.endsWith(".yaml") || source.endsWith(".yml");
  return isFile ? parts.find((part) => /\d/.test(part)) : undefined;
}
