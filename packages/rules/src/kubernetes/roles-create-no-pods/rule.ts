import { defineRule, type CelRule } from "@plimsoll/core";
import { grantCheck, ROLE_KINDS, unlessOnlySystemBinds } from "../../shared-rbac/grants.ts";

export const rule: CelRule = defineRule({
  id: "kubernetes/roles-create-no-pods",
  title: "Roles of applications do not create pods",
  severity: "warning",
  confidence: "medium",
  surface: "kubernetes",
  catalogue: ["KM027"],
  aliases: ["kube-linter:access-to-create-pods", "kubescape:C-0188", "kics:permissive_access_to_create_pods"],
  since: "0.1.0",
  kinds: ROLE_KINDS,
  ...grantCheck(
    { groups: [""], resources: ["pods"], verbs: ["create"] },
    {
      problem: "createsPods",
      message:
        '{kind} "{name}" may create pods, and a pod may mount every Secret and use every service account of its namespace.',
    },
  ),
  settle: unlessOnlySystemBinds,
});
