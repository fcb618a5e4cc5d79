import { defineRule, type CelRule } from "@plimsoll/core";
import { grantCheck, ROLE_KINDS, unlessOnlySystemBinds } from "../../shared-rbac/grants.ts";

export const rule: CelRule = defineRule({
  id: "kubernetes/roles-delete-no-pod-logs",
  title: "Roles delete no pod logs",
  severity: "warning",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM027"],
  aliases: ["trivy:KSV-0042"],
  since: "0.1.0",
  kinds: ROLE_KINDS,
  ...grantCheck(
    {
      groups: [""],
      resources: ["pods/log"],
      verbs: ["delete", "deletecollection", "update", "patch"],
      shows: "resources",
    },
    {
      problem: "deletesLogs",
      message: '{kind} "{name}" may delete logs of pods, the trace that an intruder wants gone.',
    },
  ),
  settle: unlessOnlySystemBinds,
});
