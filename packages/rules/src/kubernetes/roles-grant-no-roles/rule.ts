import { defineRule, type CelRule } from "@plimsoll/core";
import { grantCheck, ROLE_KINDS, unlessOnlySystemBinds } from "../../shared-rbac/grants.ts";

export const rule: CelRule = defineRule({
  id: "kubernetes/roles-grant-no-roles",
  title: "Roles neither escalate nor bind",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM027"],
  aliases: [
    "trivy:KSV-0050",
    "checkov:CKV_K8S_157",
    "checkov:CKV_K8S_158",
    "checkov:CKV2_K8S_1",
    "kubescape:C-0191",
    "kics:rbac_roles_allow_privilege_escalation",
  ],
  since: "0.1.0",
  kinds: ROLE_KINDS,
  ...grantCheck(
    {
      groups: ["rbac.authorization.k8s.io"],
      resources: ["roles", "clusterroles", "rolebindings", "clusterrolebindings"],
      verbs: ["escalate", "bind"],
      everything: true,
    },
    { problem: "grantsRoles", message: '{kind} "{name}" may give out rights that it does not hold itself.' },
  ),
  settle: unlessOnlySystemBinds,
});
