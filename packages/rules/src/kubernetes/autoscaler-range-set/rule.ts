import { defineRule, setInPart, type CelRule } from "@plimsoll/core";
import { oneFix } from "../../shared-objects/fixes.ts";

export const rule: CelRule = defineRule({
  id: "kubernetes/autoscaler-range-set",
  title: "An autoscaler has a sensible range and a metric",
  severity: "info",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM032"],
  aliases: [
    "kube-linter:hpa-minimum-three-replicas",
    "kube-score:horizontalpodautoscaler-replicas",
    "polaris:hpaMinAvailability",
    "polaris:hpaMaxAvailability",
  ],
  narrows: true,
  since: "0.1.0",
  kinds: ["autoscaling/HorizontalPodAutoscaler"],
  options: {
    minimum: {
      description: "The least value of minReplicas.",
      schema: { type: "integer", minimum: 1 },
      default: 3,
    },
  },
  each: "resources",
  when: "has(object.?spec.minReplicas)",
  require: "object.spec.minReplicas >= params.minimum",
  problem: "minimumTooLow",
  at: ["spec.minReplicas", "spec:"],
  message: 'HorizontalPodAutoscaler "{name}" may scale down to too few pods to lose one.',
  fix: (part, { options }) =>
    oneFix("Raise the minimum", "review", setInPart(part, "spec.minReplicas", options["minimum"] ?? 3)),
  also: [
    {
      each: "resources",
      require: "has(object.?spec.minReplicas) || params.minimum <= 1",
      problem: "minimumMissing",
      standsFor: ["kube-linter:hpa-minimum-three-replicas"],
      at: ["spec.minReplicas", "spec:"],
      message: 'HorizontalPodAutoscaler "{name}" states no minimum, so it may scale down to one pod.',
      fix: (part, { options }) =>
        oneFix("State the minimum", "review", setInPart(part, "spec.minReplicas", options["minimum"] ?? 3)),
    },
    {
      each: "resources",
      require: "object.?spec.?maxReplicas.orValue(0) > object.?spec.?minReplicas.orValue(1)",
      problem: "noRange",
      at: ["spec.maxReplicas", "spec:"],
      message: 'HorizontalPodAutoscaler "{name}" cannot scale: its maximum is not above its minimum.',
    },
    {
      each: "resources",
      require:
        "object.?spec.?metrics.orValue([]).size() > 0 || has(object.?spec.targetCPUUtilizationPercentage)",
      problem: "noMetric",
      at: ["spec.metrics", "spec:"],
      message: 'HorizontalPodAutoscaler "{name}" names no metric to scale by.',
      fix: {
        title: "Scale by the use of processors",
        safety: "review",
        set: [
          {
            path: "spec.metrics",
            value: [
              {
                type: "Resource",
                resource: { name: "cpu", target: { type: "Utilization", averageUtilization: 80 } },
              },
            ],
          },
        ],
      },
    },
  ],
});
