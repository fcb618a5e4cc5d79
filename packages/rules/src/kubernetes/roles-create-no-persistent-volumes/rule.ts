import { defineRule, type CelRule } from "@plimsoll/core";
import { grantCheck, ROLE_KINDS, unlessOnlySystemBinds } from "../../shared-rbac/grants.ts";

export const rule: CelRule = defineRule({
  id: "kubernetes/roles-create-no-persistent-volumes",
  title: "Roles of applications create no persistent volumes",
  severity: "warning",
  confidence: "medium",
  surface: "kubernetes",
  catalogue: ["KM027"],
  aliases: ["kubescape:C-0278"],
  since: "0.1.0",
  kinds: ROLE_KINDS,
  ...grantCheck(
    { groups: [""], resources: ["persistentvolumes"], verbs: ["create"] },
    {
      problem: "createsVolumes",
      message: '{kind} "{name}" may create persistent volumes, which may lead to any path of any node.',
    },
  ),
  settle: unlessOnlySystemBinds,
});
