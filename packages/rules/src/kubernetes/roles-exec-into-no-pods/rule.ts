import { defineRule, type CelCheck, type CelRule } from "@plimsoll/core";
import { grantCheck, OWN_ROLE, ROLE_KINDS, unlessOnlySystemBinds } from "../../shared-rbac/grants.ts";

const check: CelCheck = grantCheck(
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
);

/** Checks of other tools that look at roles of one namespace, of the cluster, and at both. */
const OF_ROLES = [
  "trivy:KSV-0053",
  "trivy:KSV-0054",
  "kubescape:C-0002",
  "kics:rbac_roles_with_exec_permission",
  "kics:rbac_roles_with_attach_permission",
];
const OF_NAMESPACE = ["polaris:rolePodExecAttach", "polaris:rolebindingRolePodExecAttach"];
const OF_CLUSTER = [
  "polaris:clusterrolePodExecAttach",
  "polaris:rolebindingClusterRolePodExecAttach",
  "polaris:clusterrolebindingPodExecAttach",
];

export const rule: CelRule = defineRule({
  id: "kubernetes/roles-exec-into-no-pods",
  title: "Roles open no shell in pods",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM027"],
  aliases: [...OF_ROLES, ...OF_NAMESPACE, ...OF_CLUSTER],
  since: "0.1.0",
  kinds: ROLE_KINDS,
  ...check,
  when: `kind == "Role" && ${OWN_ROLE}`,
  standsFor: [...OF_ROLES, ...OF_NAMESPACE],
  also: [
    {
      ...check,
      when: `kind == "ClusterRole" && ${OWN_ROLE}`,
      problem: "execsIntoAnyPods",
      standsFor: [...OF_ROLES, ...OF_CLUSTER],
    },
  ],
  settle: unlessOnlySystemBinds,
});
