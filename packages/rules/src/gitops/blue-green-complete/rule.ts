import { defineRule, type Problem, type Resource, type ResourceRule } from "@plimsoll/core";
import { at, isObject, list, text } from "../../shared-objects/values.ts";
import { flawAt, flawAtKey, mend, say, withValue, type Flaw } from "../../shared-flaws/flaw.ts";
import { isBlueGreenCanary, withoutHistory } from "../../shared-gitops/rollouts.ts";

export const rule: ResourceRule<Flaw> = defineRule<Flaw>({
  id: "gitops/blue-green-complete",
  title: "Blue/green deployments can test, switch back and clean up",
  severity: "warning",
  confidence: "high",
  surface: "gitops",
  catalogue: ["GO010"],
  aliases: [],
  since: "0.2.0",
  kinds: ["argoproj.io/Rollout", "flagger.app/Canary"],
  check: (resource) => (resource.kind === "Canary" ? flagger(resource) : rollout(resource)),
  message: say({
    noActiveService: ({ name }) =>
      `Rollout "${name}" names no activeService: nothing switches between the versions.`,
    noPreview: ({ name }) =>
      `Rollout "${name}" has no previewService: nothing can reach the new version to test it.`,
    notTested: ({ name }) =>
      `Rollout "${name}" switches by itself and without an analysis: users are the first to try the new version.`,
    noAnalysis: ({ name }) =>
      `Rollout "${name}" has no prePromotionAnalysis: a person alone decides on the switch.`,
    noDelay: ({ name, value }) =>
      `Rollout "${name}" keeps the old version ${value} after the switch: give people time to switch back.`,
    noHistory: ({ kind, name }) =>
      `${kind} "${name}" keeps no earlier revision: there is nothing to go back to.`,
    noTests: ({ name }) =>
      `Canary "${name}" switches without metrics and webhooks: nothing tests the new version.`,
    noThreshold: ({ name }) =>
      `Canary "${name}" has no threshold: it does not say how many failed checks abort it.`,
  }),
  fix: mend,
});

const BASE = ["spec", "strategy", "blueGreen"] as const;

/** Seconds for which Argo Rollouts keeps the old version where nothing is said. */
const DEFAULT_DELAY = "30 seconds (the default)";

function* rollout(resource: Resource): Iterable<Problem<Flaw>> {
  const strategy = at(resource.value, ...BASE);
  if (!isObject(strategy)) return;
  if (text(at(strategy, "activeService")) === undefined)
    yield flawAtKey(resource, "noActiveService", [...BASE, "activeService"]);
  if (text(at(strategy, "previewService")) === undefined)
    yield flawAtKey(resource, "noPreview", [...BASE, "previewService"]);
  yield* tested(resource, strategy);
  yield* kept(resource, strategy);
  yield* withoutHistory(resource);
}

function* tested(resource: Resource, strategy: unknown): Iterable<Problem<Flaw>> {
  if (isObject(at(strategy, "prePromotionAnalysis"))) return;
  const path = [...BASE, "prePromotionAnalysis"];
  if (at(strategy, "autoPromotionEnabled") === false) {
    yield flawAtKey(resource, "noAnalysis", path, { severity: "info" });
    return;
  }
  const promotion = [...BASE, "autoPromotionEnabled"];
  yield flawAtKey(resource, "notTested", path, {
    repair: withValue(promotion, false, "Let a person promote the new version"),
  });
}

function* kept(resource: Resource, strategy: unknown): Iterable<Problem<Flaw>> {
  const path = [...BASE, "scaleDownDelaySeconds"];
  const delay = text(at(strategy, "scaleDownDelaySeconds"));
  if (delay === undefined)
    yield flawAtKey(resource, "noDelay", path, { value: `for ${DEFAULT_DELAY}`, severity: "info" });
  else if (delay === "0") yield flawAt(resource, "noDelay", path, { value: "not a second" });
}

/** Flagger does blue/green where an analysis counts iterations and matches no requests. */
function* flagger(resource: Resource): Iterable<Problem<Flaw>> {
  const analysis = at(resource.value, "spec", "analysis");
  if (!isBlueGreenCanary(analysis)) return;
  const path = ["spec", "analysis"];
  if (list(at(analysis, "metrics")).length === 0 && list(at(analysis, "webhooks")).length === 0)
    yield flawAtKey(resource, "noTests", path);
  if (at(analysis, "threshold") === undefined) yield flawAtKey(resource, "noThreshold", path);
}
