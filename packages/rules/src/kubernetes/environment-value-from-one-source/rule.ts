import { defineRule, type CelRule } from "@plimsoll/core";

export const rule: CelRule = defineRule({
  id: "kubernetes/environment-value-from-one-source",
  title: "An environment variable has one source",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM022"],
  aliases: ["kube-linter:env-value-from"],
  since: "0.1.0",
  each: "containers.env",
  require: "!(has(item.value) && has(item.valueFrom))",
  problem: "twoSources",
  at: ["value:"],
  message:
    'Variable "{item}" of container "{name}" has both value and valueFrom, which the API server refuses.',
  fix: { title: "Remove the literal value", safety: "review", remove: ["value"] },
});
