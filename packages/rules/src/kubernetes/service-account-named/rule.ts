import { defineRule, type CelRule } from "@plimsoll/core";

export const rule: CelRule = defineRule({
  id: "kubernetes/service-account-named",
  title: "Workloads run under a service account of their own",
  severity: "warning",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM023"],
  aliases: [
    "kube-linter:default-service-account",
    "checkov:CKV_K8S_41",
    "kics:service_account_name_undefined_or_empty",
  ],
  since: "0.1.0",
  each: "pods",
  require:
    'podSpec.?serviceAccountName.orValue(podSpec.?serviceAccount.orValue("")) in ["", "default"] ? podSpec.?automountServiceAccountToken.orValue(true) == false : true',
  problem: "defaultAccount",
  at: ["serviceAccountName", "serviceAccount", "containers:"],
  fix: {
    title: "Give the pod no token",
    safety: "review",
    set: [{ path: "automountServiceAccountToken", value: false }],
  },
  message:
    '{kind} "{name}" runs as the default service account of its namespace: every right given to that account is given to all such pods.',
});
