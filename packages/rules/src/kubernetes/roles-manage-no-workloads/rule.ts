import { defineRule, type CelRule } from "@plimsoll/core";
import { grantCheck, ROLE_KINDS, unlessOnlySystemBinds } from "../../shared-rbac/grants.ts";

export const rule: CelRule = defineRule({
  id: "kubernetes/roles-manage-no-workloads",
  title: "Roles of applications do not change workloads",
  severity: "warning",
  confidence: "medium",
  surface: "kubernetes",
  catalogue: ["KM027"],
  aliases: ["trivy:KSV-0048"],
  since: "0.1.0",
  kinds: ROLE_KINDS,
  ...grantCheck(
    {
      groups: ["apps", "batch", "extensions"],
      resources: ["deployments", "daemonsets", "statefulsets", "replicasets", "jobs", "cronjobs"],
      verbs: ["create", "update", "patch"],
    },
    {
      problem: "managesWorkloads",
      message: '{kind} "{name}" may create or change workloads, which is as good as creating pods.',
    },
  ),
  settle: unlessOnlySystemBinds,
});
