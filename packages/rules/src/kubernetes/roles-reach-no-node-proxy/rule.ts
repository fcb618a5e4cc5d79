import { defineRule, type CelRule } from "@plimsoll/core";
import { grantCheck, ROLE_KINDS, unlessOnlySystemBinds } from "../../shared-rbac/grants.ts";

export const rule: CelRule = defineRule({
  id: "kubernetes/roles-reach-no-node-proxy",
  title: "Roles do not reach the kubelet through nodes/proxy",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM027"],
  aliases: ["trivy:KSV-0047", "checkov:CKV2_K8S_2", "kubescape:C-0279"],
  since: "0.1.0",
  kinds: ROLE_KINDS,
  ...grantCheck(
    {
      groups: [""],
      resources: ["nodes/proxy"],
      verbs: ["get", "create", "update", "patch"],
      shows: "resources",
    },
    {
      problem: "reachesKubelet",
      message:
        '{kind} "{name}" may speak to the kubelet of every node, which runs commands in any pod without a record.',
    },
  ),
  settle: unlessOnlySystemBinds,
});
