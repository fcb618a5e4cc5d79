import type { Problem, Resource } from "@plimsoll/core";
import type { YamlPath } from "@plimsoll/syntax";
import { flawAt, flawAtKey, type Flaw } from "../shared-flaws/flaw.ts";
import { at, isObject, text } from "../shared-objects/values.ts";
import { applicationSources } from "./applications.ts";
import { isExactVersion, isMovingRevision, isTemplated } from "./versions.ts";

/** Places where a source of a reconciler moves by itself. */
export function unpinned(resource: Resource): Iterable<Problem<Flaw>> {
  switch (resource.kind) {
    case "GitRepository":
      return gitRepository(resource);
    case "OCIRepository":
      return ociRepository(resource);
    case "HelmRelease":
      return chart(resource, ["spec", "chart", "spec"]);
    case "HelmChart":
      return chart(resource, ["spec"]);
    default:
      return applications(resource);
  }
}

/** An object that names no source of its own is a patch of one that does. */
function isWhole(resource: Resource): boolean {
  return at(resource.value, "spec", "url") !== undefined;
}

function* gitRepository(resource: Resource): Iterable<Problem<Flaw>> {
  const ref = at(resource.value, "spec", "ref");
  if (["commit", "tag", "semver"].some((key) => text(at(ref, key)) !== undefined)) return;
  for (const key of ["name", "branch"]) {
    const value = text(at(ref, key));
    if (value === undefined) continue;
    const isFixed = key === "name" && value.startsWith("refs/tags/");
    if (!isFixed && !isTemplated(value)) yield flawAt(resource, "branch", ["spec", "ref", key], { value });
    return;
  }
  if (isWhole(resource)) yield flawAtKey(resource, "noRevision", ["spec", "ref"]);
}

function* ociRepository(resource: Resource): Iterable<Problem<Flaw>> {
  const ref = at(resource.value, "spec", "ref");
  if (text(at(ref, "digest")) !== undefined || text(at(ref, "semver")) !== undefined) return;
  const tag = text(at(ref, "tag"));
  if (tag === "latest") yield flawAt(resource, "branch", ["spec", "ref", "tag"], { value: tag });
  else if (tag === undefined && isWhole(resource)) yield flawAtKey(resource, "noRevision", ["spec", "ref"]);
}

/** Charts from git and buckets have the version of their source. */
function* chart(resource: Resource, path: readonly string[]): Iterable<Problem<Flaw>> {
  const spec = at(resource.value, ...path);
  const source = text(at(spec, "sourceRef", "kind")) ?? "HelmRepository";
  if (!isObject(spec) || source !== "HelmRepository") return;
  yield* version(resource, { spec, key: "version", path });
}

interface Versioned {
  readonly spec: unknown;
  readonly key: string;
  readonly path: YamlPath;
}

function* version(resource: Resource, { spec, key, path }: Versioned): Iterable<Problem<Flaw>> {
  const value = text(at(spec, key));
  const place = [...path, key];
  if (value === undefined) {
    if (at(spec, "chart") !== undefined) yield flawAtKey(resource, "noVersion", place);
  } else if (!isExactVersion(value) && !isTemplated(value)) {
    yield flawAt(resource, "range", place, { value });
  }
}

function* applications(resource: Resource): Iterable<Problem<Flaw>> {
  for (const { path, value } of applicationSources(resource)) {
    const key = "targetRevision";
    if (at(value, "chart") !== undefined) {
      yield* version(resource, { spec: value, key, path });
      continue;
    }
    const revision = text(at(value, key));
    const place = [...path, key];
    if (revision === undefined) {
      if (at(value, "repoURL") !== undefined) yield flawAtKey(resource, "noRevision", place);
    } else if (!isTemplated(revision) && isMovingRevision(revision)) {
      yield flawAt(resource, "branch", place, { value: revision });
    }
  }
}
