import { defineRule, type CelRule } from "@plimsoll/core";
import { grantCheck, ROLE_KINDS, unlessOnlySystemBinds } from "../../shared-rbac/grants.ts";

export const rule: CelRule = defineRule({
  id: "kubernetes/roles-forward-no-ports",
  title: "Roles forward no ports of pods",
  severity: "warning",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM027"],
  aliases: ["trivy:KSV-0055", "kubescape:C-0063", "kics:rbac_roles_with_portforwarding_permissions"],
  since: "0.1.0",
  kinds: ROLE_KINDS,
  ...grantCheck(
    { groups: [""], resources: ["pods/portforward"], verbs: ["create", "get", "list"], shows: "resources" },
    {
      problem: "forwardsPorts",
      message: '{kind} "{name}" may forward ports of pods, past every network policy.',
    },
  ),
  settle: unlessOnlySystemBinds,
});
