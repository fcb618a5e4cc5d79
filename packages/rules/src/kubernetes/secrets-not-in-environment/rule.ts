import { defineRule, type CelRule } from "@plimsoll/core";

export const rule: CelRule = defineRule({
  id: "kubernetes/secrets-not-in-environment",
  title: "Containers read secrets from files, not from the environment",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM021"],
  aliases: [
    "checkov:CKV_K8S_35",
    "kube-linter:read-secret-from-env-var",
    "kubescape:C-0207",
    "kics:secrets_as_environment_variables",
  ],
  since: "0.1.0",
  each: "containers.env",
  require: "!has(item.?valueFrom.secretKeyRef)",
  problem: "variable",
  at: ["valueFrom.secretKeyRef:"],
  message:
    'Variable "{item}" of container "{name}" holds a secret: every process of the container, its crash dumps and its child processes see it.',
  also: [
    {
      each: "containers.envFrom",
      require: "!has(item.secretRef)",
      problem: "allOfSecret",
      at: ["secretRef:"],
      message: 'Container "{name}" takes a whole Secret into its environment.',
    },
  ],
});
