import type { Problem, Resource } from "@plimsoll/core";
import type { YamlPath } from "@plimsoll/syntax";
import { flawAt, type Flaw } from "../shared-flaws/flaw.ts";
import { at, isObject, list, text } from "../shared-objects/values.ts";
import { applicationSources } from "./applications.ts";
import { isTemplated } from "./versions.ts";

/** Nesting of values that is followed, and maps that are looked at, at most. */
const MAXIMUM_DEPTH = 100;
const MAXIMUM_MAPS = 100_000;

/** Images that an object of a reconciler chooses by tag alone: in values of charts, and in the images of Kustomize. */
export function* imagesByTag(resource: Resource): Iterable<Problem<Flaw>> {
  if (resource.kind === "HelmRelease") {
    yield* valuesOf(resource, ["spec", "values"]);
  } else if (resource.kind === "Application") {
    for (const { path } of applicationSources(resource))
      yield* valuesOf(resource, [...path, "helm", "valuesObject"]);
  }
  yield* kustomized(resource);
}

function* kustomized(resource: Resource): Iterable<Problem<Flaw>> {
  if (resource.kind !== "Kustomization") return;
  for (const [index, image] of list(at(resource.value, "spec", "images")).entries()) {
    const tag = text(at(image, "newTag"));
    if (tag === undefined || text(at(image, "digest")) !== undefined || isTemplated(tag)) continue;
    yield flawAt(resource, "tag", ["spec", "images", index, "newTag"], { value: tag });
  }
}

interface Place {
  readonly value: unknown;
  readonly path: YamlPath;
  /** The key at which the value stands. */
  readonly key: string;
}

function* valuesOf(resource: Resource, path: YamlPath): Iterable<Problem<Flaw>> {
  const open: Place[] = [{ value: valueAt(resource.value, path), path, key: "" }];
  for (let seen = 0; seen < MAXIMUM_MAPS; seen += 1) {
    const place = open.pop();
    if (place === undefined) return;
    if (!isObject(place.value)) continue;
    const tag = tagOf(place);
    if (tag !== undefined) yield flawAt(resource, "tag", [...place.path, "tag"], { value: tag });
    if (place.path.length - path.length >= MAXIMUM_DEPTH) continue;
    const entries = Object.entries(place.value).reverse();
    for (const [key, value] of entries) open.push({ value, path: [...place.path, key], key });
  }
}

/** The tag of a map that chooses an image: one beside a repository, or below a key that speaks of an image. */
function tagOf({ value, key }: Place): string | undefined {
  const tag = text(at(value, "tag"));
  if (tag === undefined || tag === "" || tag.includes("@sha256:") || isTemplated(tag)) return undefined;
  const isImage =
    ["repository", "registry", "image"].some((one) => text(at(value, one)) !== undefined) ||
    key.toLowerCase().endsWith("image");
  const digest = text(at(value, "digest")) ?? text(at(value, "sha")) ?? "";
  return isImage && digest === "" ? tag : undefined;
}

function valueAt(value: unknown, path: YamlPath): unknown {
  let current = value;
  for (const step of path) current = typeof step === "number" ? list(current)[step] : at(current, step);
  return current;
}
