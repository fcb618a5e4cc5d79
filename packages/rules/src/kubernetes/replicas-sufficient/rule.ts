import { defineRule, setInPart, type CelRule } from "@plimsoll/core";
import { oneFix } from "../../shared-objects/fixes.ts";
import { REPLICATED } from "../../shared-objects/kinds.ts";
import { unlessAutoscaled } from "../../shared-workspace/scaling.ts";

export const rule: CelRule = defineRule({
  id: "kubernetes/replicas-sufficient",
  title: "Workloads run enough pods to lose one",
  severity: "info",
  confidence: "medium",
  surface: "kubernetes",
  catalogue: ["KM046"],
  aliases: [
    "kube-linter:minimum-three-replicas",
    "kube-score:deployment-replicas",
    "polaris:deploymentMissingReplicas",
  ],
  since: "0.1.0",
  kinds: REPLICATED,
  options: {
    minimum: {
      description: "The least number of pods.",
      schema: { type: "integer", minimum: 1 },
      default: 3,
    },
  },
  each: "resources",
  require: "object.?spec.?replicas.orValue(1) >= params.minimum || object.?spec.?replicas.orValue(1) == 0",
  problem: "tooFew",
  at: ["spec.replicas", "spec:"],
  message: '{kind} "{name}" runs too few pods to lose one without its callers noticing.',
  fix: (part, { options }) =>
    oneFix(
      "Run the least number of pods",
      "review",
      setInPart(part, "spec.replicas", options["minimum"] ?? 3),
    ),
  settle: unlessAutoscaled,
});
