import { defineRule, type CelRule } from "@plimsoll/core";

export const rule: CelRule = defineRule({
  id: "kubernetes/priority-class-set",
  title: "Pods have a priority class",
  severity: "info",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM018"],
  aliases: ["kube-linter:priority-class-name", "polaris:priorityClassNotSet"],
  since: "0.1.0",
  each: "pods",
  require: 'podSpec.?priorityClassName.orValue("") != ""',
  problem: "missing",
  at: ["priorityClassName", "podSpec:", "object.spec:"],
  message:
    'The pods of {kind} "{name}" have no priority class: when the cluster is full nothing says which pods go first.',
});
