import { defineRule, type CelRule } from "@plimsoll/core";
import { grantCheck, ROLE_KINDS, unlessOnlySystemBinds } from "../../shared-rbac/grants.ts";

export const rule: CelRule = defineRule({
  id: "kubernetes/roles-read-no-secrets",
  title: "Roles do not read all Secrets",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM027"],
  aliases: [
    "trivy:KSV-0041",
    "trivy:KSV-0113",
    "kube-linter:access-to-secrets",
    "checkov:CKV2_K8S_5",
    "kubescape:C-0015",
    "kubescape:C-0186",
    "kics:rbac_roles_with_read_secrets_permissions",
    "kics:service_account_allows_access_secrets",
  ],
  since: "0.1.0",
  kinds: ROLE_KINDS,
  ...grantCheck(
    { groups: [""], resources: ["secrets"], verbs: ["get", "list", "watch"], everything: true },
    {
      problem: "readsSecrets",
      message:
        '{kind} "{name}" may read every Secret in its reach: service account tokens, keys and passwords.',
    },
  ),
  settle: unlessOnlySystemBinds,
});
