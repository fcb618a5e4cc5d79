import { defineRule, type CelRule } from "@plimsoll/core";
import { grantCheck, ROLE_KINDS, unlessOnlySystemBinds } from "../../shared-rbac/grants.ts";

export const rule: CelRule = defineRule({
  id: "kubernetes/roles-change-no-config-maps",
  title: "Roles of applications do not change ConfigMaps",
  severity: "info",
  confidence: "medium",
  surface: "kubernetes",
  catalogue: ["KM027"],
  aliases: ["trivy:KSV-0049", "trivy:KSV-0115", "kubescape:C-0037"],
  since: "0.1.0",
  kinds: ROLE_KINDS,
  ...grantCheck(
    {
      groups: [""],
      resources: ["configmaps"],
      verbs: ["create", "update", "patch", "delete", "deletecollection"],
    },
    {
      problem: "changesConfigMaps",
      message:
        '{kind} "{name}" may change every ConfigMap in its reach, and with them how other programs behave.',
    },
  ),
  settle: unlessOnlySystemBinds,
});
