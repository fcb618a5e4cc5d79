import { defineRule, type CelRule } from "@plimsoll/core";
import { grantCheck, ROLE_KINDS, unlessOnlySystemBinds } from "../../shared-rbac/grants.ts";

export const rule: CelRule = defineRule({
  id: "kubernetes/roles-change-no-role-objects",
  title: "Roles of applications do not change roles and bindings",
  severity: "warning",
  confidence: "medium",
  surface: "kubernetes",
  catalogue: ["KM027"],
  aliases: ["trivy:KSV-0051", "trivy:KSV-0052"],
  since: "0.1.0",
  kinds: ROLE_KINDS,
  ...grantCheck(
    {
      groups: ["rbac.authorization.k8s.io"],
      resources: ["roles", "clusterroles", "rolebindings", "clusterrolebindings"],
      verbs: ["create", "update", "patch"],
    },
    {
      problem: "changesRoles",
      message: '{kind} "{name}" may create or change roles or bindings, and so pass its rights on.',
    },
  ),
  settle: unlessOnlySystemBinds,
});
