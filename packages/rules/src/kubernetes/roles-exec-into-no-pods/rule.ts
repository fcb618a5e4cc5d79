import { defineRule, type CelRule } from "@plimsoll/core";
import { grantCheck, ROLE_KINDS, unlessOnlySystemBinds } from "../../shared-rbac/grants.ts";

export const rule: CelRule = defineRule({
  id: "kubernetes/roles-exec-into-no-pods",
  title: "Roles open no shell in pods",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM027"],
  aliases: [
    "trivy:KSV-0053",
    "trivy:KSV-0054",
    "polaris:rolePodExecAttach",
    "polaris:clusterrolePodExecAttach",
    "polaris:rolebindingRolePodExecAttach",
    "polaris:rolebindingClusterRolePodExecAttach",
    "polaris:clusterrolebindingPodExecAttach",
    "kubescape:C-0002",
    "kics:rbac_roles_with_exec_permission",
    "kics:rbac_roles_with_attach_permission",
  ],
  since: "0.1.0",
  kinds: ROLE_KINDS,
  ...grantCheck(
    {
      groups: [""],
      resources: ["pods/exec", "pods/attach"],
      verbs: ["create", "get"],
      everything: true,
      shows: "resources",
    },
    {
      problem: "execsIntoPods",
      message: '{kind} "{name}" may open a shell in pods or attach to them, and so hold what they hold.',
    },
  ),
  settle: unlessOnlySystemBinds,
});
