import { defineRule, type CelRule } from "@plimsoll/core";

export const rule: CelRule = defineRule({
  id: "kubernetes/probes-differ",
  title: "Liveness and readiness are asked in different ways",
  severity: "warning",
  confidence: "medium",
  surface: "kubernetes",
  catalogue: ["KM019"],
  aliases: ["kube-score:pod-probes-identical"],
  since: "0.1.0",
  each: "containers",
  when: "has(container.livenessProbe) && has(container.readinessProbe)",
  require: "container.livenessProbe != container.readinessProbe",
  problem: "identical",
  at: ["livenessProbe:"],
  message: 'Container "{name}" is restarted by the same probe that should only take it out of service.',
});
