import type { Problem, Resource } from "@plimsoll/core";
import { flawAt, flawAtKey, withValue, without, type Flaw } from "../shared-flaws/flaw.ts";
import { at, isObject, text } from "../shared-objects/values.ts";
import { applicationPath } from "./applications.ts";

/** Settings that keep a reconciler from putting back what drifts. An object without a source is a patch, of which only what it states is judged. */
export function uncorrected(resource: Resource): Iterable<Problem<Flaw>> {
  if (resource.kind === "Kustomization") return kustomization(resource);
  return resource.kind === "HelmRelease" ? release(resource) : application(resource);
}

function* suspended(resource: Resource): Iterable<Problem<Flaw>> {
  const path = ["spec", "suspend"];
  if (at(resource.value, ...path) === true)
    yield flawAt(resource, "suspended", path, { repair: without(path, "Resume it") });
}

function* kustomization(resource: Resource): Iterable<Problem<Flaw>> {
  const spec = at(resource.value, "spec");
  yield* suspended(resource);
  const prune = at(spec, "prune");
  if (prune === true || (prune === undefined && at(spec, "sourceRef") === undefined)) return;
  const path = ["spec", "prune"];
  const problem = prune === undefined ? "pruneUnset" : "notPruned";
  yield flawAt(resource, problem, path, { repair: withValue(path, true, "Set prune to true") });
}

function* release(resource: Resource): Iterable<Problem<Flaw>> {
  const spec = at(resource.value, "spec");
  yield* suspended(resource);
  const path = ["spec", "driftDetection", "mode"];
  const mode = text(at(spec, "driftDetection", "mode"));
  const isWhole = at(spec, "chart", "spec", "chart") !== undefined || at(spec, "chartRef") !== undefined;
  if (mode === "enabled" || (mode === undefined && !isWhole)) return;
  yield flawAt(resource, mode === undefined ? "driftUnset" : "driftIgnored", path, {
    value: mode ?? "",
    repair: withValue(path, "enabled", "Enable drift detection"),
  });
}

function* application(resource: Resource): Iterable<Problem<Flaw>> {
  const base = applicationPath(resource);
  const spec = at(resource.value, ...base);
  if (at(spec, "source") === undefined && at(spec, "sources") === undefined) return;
  const path = [...base, "syncPolicy", "automated"];
  const automated = at(spec, "syncPolicy", "automated");
  if (!isObject(automated)) {
    const value = { prune: true, selfHeal: true };
    yield flawAtKey(resource, "manual", path, {
      repair: withValue(path, value, "Sync by itself, with pruning and healing"),
    });
    return;
  }
  if (at(automated, "enabled") === false) {
    const place = [...path, "enabled"];
    yield flawAt(resource, "manual", place, { repair: withValue(place, true, "Set enabled to true") });
  }
  for (const [key, problem] of [
    ["prune", "notPruned"],
    ["selfHeal", "notHealed"],
  ] as const) {
    if (at(automated, key) === true) continue;
    const place = [...path, key];
    yield flawAt(resource, problem, place, { repair: withValue(place, true, `Set ${key} to true`) });
  }
}
