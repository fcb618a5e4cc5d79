import { defineRule, type CelRule } from "@plimsoll/core";

export const rule: CelRule = defineRule({
  id: "kubernetes/disruption-budget-allows-eviction",
  title: "A disruption budget states a number that lets some pod be evicted",
  severity: "warning",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM046"],
  aliases: [
    "kube-score:poddisruptionbudget-has-policy",
    "kube-linter:pdb-max-unavailable",
    "polaris:pdbDisruptionsIsZero",
    "gatekeeper:poddisruptionbudget",
  ],
  since: "0.1.0",
  kinds: ["PodDisruptionBudget"],
  each: "resources",
  require: '!has(object.?spec.maxUnavailable) || !(string(object.spec.maxUnavailable) in ["0", "0%"])',
  problem: "noneUnavailable",
  at: ["spec.maxUnavailable"],
  message: 'PodDisruptionBudget "{name}" lets no pod be evicted: nodes cannot be drained for an upgrade.',
  fix: {
    title: "Let one pod be unavailable",
    safety: "review",
    set: [{ path: "spec.maxUnavailable", value: 1 }],
  },
  also: [
    {
      each: "resources",
      require: '!has(object.?spec.minAvailable) || string(object.spec.minAvailable) != "100%"',
      problem: "allAvailable",
      at: ["spec.minAvailable"],
      message:
        'PodDisruptionBudget "{name}" wants all pods available: nodes cannot be drained for an upgrade.',
    },
    {
      each: "resources",
      require: "has(object.?spec.maxUnavailable) || has(object.?spec.minAvailable)",
      problem: "noNumber",
      at: ["spec.maxUnavailable", "spec:"],
      message: 'PodDisruptionBudget "{name}" states no number: it protects nothing.',
      fix: {
        title: "Let one pod be unavailable",
        safety: "review",
        set: [{ path: "spec.maxUnavailable", value: 1 }],
      },
    },
  ],
});
