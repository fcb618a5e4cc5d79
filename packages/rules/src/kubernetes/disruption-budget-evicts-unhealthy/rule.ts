import { defineRule, type CelRule } from "@plimsoll/core";

export const rule: CelRule = defineRule({
  id: "kubernetes/disruption-budget-evicts-unhealthy",
  title: "A disruption budget lets broken pods be evicted",
  severity: "info",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM046"],
  aliases: ["kube-linter:pdb-unhealthy-pod-eviction-policy"],
  since: "0.1.0",
  kinds: ["policy/PodDisruptionBudget"],
  each: "resources",
  when: "kubernetesMinor >= 27",
  require: 'object.?spec.?unhealthyPodEvictionPolicy.orValue("") == "AlwaysAllow"',
  problem: "unhealthyKept",
  at: ["spec.unhealthyPodEvictionPolicy", "spec:"],
  message: 'PodDisruptionBudget "{name}" protects pods that do not work: they stop nodes from being drained.',
  fix: {
    title: "Always let unhealthy pods be evicted",
    safety: "review",
    set: [{ path: "spec.unhealthyPodEvictionPolicy", value: "AlwaysAllow" }],
  },
});
