import { defineRule, type CelRule } from "@plimsoll/core";
import { unlessAccountMountsNone } from "../../shared-workspace/service-accounts.ts";

export const rule: CelRule = defineRule({
  id: "kubernetes/service-account-token-not-mounted",
  title: "Pods mount no service account token unless they use the API",
  severity: "warning",
  confidence: "medium",
  surface: "kubernetes",
  catalogue: ["KM023"],
  aliases: [
    "trivy:KSV-0036",
    "checkov:CKV_K8S_38",
    "polaris:automountServiceAccountToken",
    "kubescape:C-0034",
    "kubescape:C-0190",
    "kubescape:C-0261",
    "kics:service_account_token_automount_not_disabled",
  ],
  since: "0.1.0",
  each: "pods",
  require: "podSpec.?automountServiceAccountToken.orValue(true) == false",
  problem: "tokenMounted",
  at: ["automountServiceAccountToken", "podSpec:", "object.spec:"],
  message:
    '{kind} "{name}" mounts the token of its service account: whoever breaks into the pod speaks to the API server as that account.',
  fix: {
    title: "Set automountServiceAccountToken to false",
    safety: "review",
    set: [{ path: "automountServiceAccountToken", value: false }],
  },
  settle: unlessAccountMountsNone,
});
