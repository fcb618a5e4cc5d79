import { defineRule, type CelRule } from "@plimsoll/core";
import { grantCheck, ROLE_KINDS, unlessOnlySystemBinds } from "../../shared-rbac/grants.ts";

export const rule: CelRule = defineRule({
  id: "kubernetes/roles-change-no-network",
  title: "Roles of applications do not change network objects",
  severity: "warning",
  confidence: "medium",
  surface: "kubernetes",
  catalogue: ["KM027"],
  aliases: ["trivy:KSV-0056"],
  since: "0.1.0",
  kinds: ROLE_KINDS,
  ...grantCheck(
    {
      groups: ["", "networking.k8s.io"],
      resources: ["services", "endpoints", "endpointslices", "networkpolicies", "ingresses"],
      verbs: ["create", "update", "patch", "delete", "deletecollection"],
    },
    {
      problem: "changesNetwork",
      message:
        '{kind} "{name}" may change Services, Ingresses or network policies, and so send traffic where it likes.',
    },
  ),
  settle: unlessOnlySystemBinds,
});
