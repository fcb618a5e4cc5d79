import { defineRule, type CelRule } from "@plimsoll/core";

export const rule: CelRule = defineRule({
  id: "kubernetes/node-affinity-set",
  title: "Pods say what nodes they need",
  severity: "info",
  confidence: "low",
  surface: "kubernetes",
  catalogue: ["KM025"],
  aliases: ["kube-linter:no-node-affinity"],
  since: "0.1.0",
  each: "pods",
  when: 'kind != "DaemonSet"',
  require: "has(podSpec.?affinity.nodeAffinity) || podSpec.?nodeSelector.orValue({}).size() > 0",
  problem: "missing",
  at: ["affinity", "podSpec:"],
  message: 'The pods of {kind} "{name}" may run on any node, whatever it was set aside for.',
});
