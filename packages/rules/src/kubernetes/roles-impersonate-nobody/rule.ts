import { defineRule, type CelRule } from "@plimsoll/core";
import { grantCheck, ROLE_KINDS, unlessOnlySystemBinds } from "../../shared-rbac/grants.ts";

export const rule: CelRule = defineRule({
  id: "kubernetes/roles-impersonate-nobody",
  title: "Roles impersonate nobody",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM027"],
  aliases: [
    "trivy:KSV-0043",
    "checkov:CKV2_K8S_3",
    "kubescape:C-0065",
    "kics:rbac_roles_with_impersonate_permission",
  ],
  since: "0.1.0",
  kinds: ROLE_KINDS,
  ...grantCheck(
    {
      groups: ["", "authentication.k8s.io"],
      resources: ["users", "groups", "serviceaccounts", "userextras", "uids"],
      verbs: ["impersonate"],
    },
    {
      problem: "impersonates",
      message: '{kind} "{name}" may act as another user, group or service account.',
    },
  ),
  settle: unlessOnlySystemBinds,
});
