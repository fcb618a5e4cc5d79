import { defineRule, type Problem, type Resource, type ResourceRule } from "@plimsoll/core";
import { say, type Flaw } from "../../shared-flaws/flaw.ts";
import { canaryRollout, flaggerCanary, toothlessMetrics } from "../../shared-gitops/rollouts.ts";
import { routeWeights } from "../../shared-mesh/route-weights.ts";

export const rule: ResourceRule<Flaw> = defineRule<Flaw>({
  id: "gitops/canary-complete",
  title: "Canaries grow by steps that are judged and can be aborted",
  severity: "warning",
  confidence: "high",
  surface: "gitops",
  catalogue: ["GO011"],
  aliases: [],
  since: "0.2.0",
  kinds: [
    "argoproj.io/Rollout",
    "argoproj.io/AnalysisTemplate",
    "argoproj.io/ClusterAnalysisTemplate",
    "flagger.app/Canary",
    "networking.istio.io/VirtualService",
  ],
  check,
  message: say({
    noSteps: ({ kind, name }) => `${kind} "${name}" has no steps: the new version takes all traffic at once.`,
    weightRange: ({ name, value }) =>
      `Rollout "${name}" has weight ${value}, which is no share of a hundred.`,
    notGrowing: ({ kind, name, value }) =>
      `${kind} "${name}" goes to weight ${value}, which is no more than the step before.`,
    noAnalysis: ({ kind, name }) =>
      `${kind} "${name}" has no analysis: nothing judges the new version and aborts.`,
    noService: ({ name, value }) => `Rollout "${name}" splits traffic and names no ${value}.`,
    noHistory: ({ kind, name }) =>
      `${kind} "${name}" keeps no earlier revision: there is nothing to go back to.`,
    noMetrics: ({ name }) => `Canary "${name}" looks at no metric: nothing judges the new version.`,
    noThreshold: ({ name }) =>
      `Canary "${name}" has no threshold: it does not say how many failed checks abort it.`,
    cannotFail: ({ kind, name, value }) =>
      `${kind} "${name}" has metric "${value}" without a condition: it can never fail.`,
    notHundred: ({ name, value }) =>
      `VirtualService "${name}" has a route whose weights sum to ${value} and not to 100.`,
  }),
});

function check(resource: Resource): Iterable<Problem<Flaw>> {
  switch (resource.kind) {
    case "Rollout":
      return canaryRollout(resource);
    case "Canary":
      return flaggerCanary(resource);
    case "VirtualService":
      return routeWeights(resource);
    default:
      return toothlessMetrics(resource);
  }
}
