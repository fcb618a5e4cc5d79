import type { Problem, Resource } from "@plimsoll/core";
import type { YamlPath } from "@plimsoll/syntax";
import { flawAt, flawAtKey, type Flaw } from "../shared-flaws/flaw.ts";
import { at, isObject, list, text } from "../shared-objects/values.ts";

/** Whether an analysis of Flagger is that of a blue/green deployment. */
export function isBlueGreenCanary(analysis: unknown): boolean {
  return at(analysis, "iterations") !== undefined && list(at(analysis, "match")).length === 0;
}

/** A Rollout that keeps no earlier ReplicaSet to go back to. */
export function* withoutHistory(resource: Resource): Iterable<Problem<Flaw>> {
  const path = ["spec", "revisionHistoryLimit"];
  if (text(at(resource.value, ...path)) === "0") yield flawAt(resource, "noHistory", path);
}

const BASE = ["spec", "strategy", "canary"] as const;

/** Gaps of a canary of Argo Rollouts. */
export function* canaryRollout(resource: Resource): Iterable<Problem<Flaw>> {
  const canary = at(resource.value, ...BASE);
  if (!isObject(canary)) return;
  const steps = list(at(canary, "steps"));
  yield* withoutHistory(resource);
  const hasRouting = isObject(at(canary, "trafficRouting"));
  // Without steps and routing it is a rolling update, which other rules judge.
  if (steps.length === 0 && !hasRouting) return;
  if (steps.length === 0) yield flawAtKey(resource, "noSteps", [...BASE, "steps"]);
  else yield* weightsOf(resource, steps);
  const hasAnalysis =
    isObject(at(canary, "analysis")) ||
    steps.some((step) => at(step, "analysis") !== undefined || at(step, "experiment") !== undefined);
  if (!hasAnalysis) {
    const isByHand = steps.length > 0 && pausesForGood(steps);
    yield flawAtKey(resource, "noAnalysis", [...BASE, "analysis"], isByHand ? { severity: "info" } : {});
  }
  if (hasRouting) yield* services(resource, canary);
}

/** Whether a person decides at each pause. */
function pausesForGood(steps: readonly unknown[]): boolean {
  const pauses = steps.filter((step) => at(step, "pause") !== undefined);
  return pauses.length > 0 && pauses.every((step) => at(step, "pause", "duration") === undefined);
}

function* weightsOf(resource: Resource, steps: readonly unknown[]): Iterable<Problem<Flaw>> {
  let last = -1;
  for (const [index, step] of steps.entries()) {
    const weight = Number(text(at(step, "setWeight")) ?? "none");
    if (!Number.isFinite(weight)) continue;
    const path = [...BASE, "steps", index, "setWeight"];
    if (weight < 0 || weight > 100) yield flawAt(resource, "weightRange", path, { value: String(weight) });
    else if (weight <= last) yield flawAt(resource, "notGrowing", path, { value: String(weight) });
    last = weight;
  }
}

/** Traffic is split between two Services; some routers need none of their own. */
function* services(resource: Resource, canary: unknown): Iterable<Problem<Flaw>> {
  const routing = at(canary, "trafficRouting");
  const bySubset = at(routing, "istio", "destinationRule", "canarySubsetName") !== undefined;
  if (bySubset || at(canary, "pingPong") !== undefined || at(routing, "appMesh") !== undefined) return;
  for (const key of ["stableService", "canaryService"]) {
    if (text(at(canary, key)) === undefined)
      yield flawAtKey(resource, "noService", [...BASE, "trafficRouting"], { value: key });
  }
}

/** Gaps of a canary of Flagger. */
export function* flaggerCanary(resource: Resource): Iterable<Problem<Flaw>> {
  const spec = at(resource.value, "spec");
  const analysis = at(spec, "analysis") ?? at(spec, "canaryAnalysis");
  const path = ["spec", at(spec, "analysis") === undefined ? "canaryAnalysis" : "analysis"];
  if (!isObject(analysis)) {
    if (at(spec, "targetRef") !== undefined) yield flawAtKey(resource, "noAnalysis", ["spec", "analysis"]);
    return;
  }
  if (isBlueGreenCanary(analysis)) return;
  if (list(at(analysis, "metrics")).length === 0) yield flawAtKey(resource, "noMetrics", path);
  if (at(analysis, "threshold") === undefined) yield flawAtKey(resource, "noThreshold", path);
  const isByRequests = list(at(analysis, "match")).length > 0;
  const hasSteps = at(analysis, "stepWeight") !== undefined || list(at(analysis, "stepWeights")).length > 0;
  if (!hasSteps && !isByRequests) yield flawAtKey(resource, "noSteps", path);
  yield* growing(resource, list(at(analysis, "stepWeights")), [...path, "stepWeights"]);
}

function* growing(resource: Resource, weights: readonly unknown[], path: YamlPath): Iterable<Problem<Flaw>> {
  let last = -1;
  for (const [index, value] of weights.entries()) {
    const weight = Number(text(value) ?? "none");
    if (!Number.isFinite(weight)) continue;
    if (weight <= last) yield flawAt(resource, "notGrowing", [...path, index], { value: String(weight) });
    last = weight;
  }
}

/** Metrics of an analysis that nothing can fail. A metric of a Job fails by its exit code, and `web` checks fail by their condition. */
export function* toothlessMetrics(resource: Resource): Iterable<Problem<Flaw>> {
  for (const [index, metric] of list(at(resource.value, "spec", "metrics")).entries()) {
    const isJudged =
      text(at(metric, "successCondition")) !== undefined ||
      text(at(metric, "failureCondition")) !== undefined;
    const provider = at(metric, "provider");
    const judgesItself = ["job", "kayenta", "plugin"].some((kind) => at(provider, kind) !== undefined);
    if (isJudged || judgesItself || !isObject(provider)) continue;
    yield flawAt(resource, "cannotFail", ["spec", "metrics", index, "name"], {
      value: text(at(metric, "name")) ?? "",
    });
  }
}
