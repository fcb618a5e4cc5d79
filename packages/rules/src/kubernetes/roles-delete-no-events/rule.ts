import { defineRule, type CelRule } from "@plimsoll/core";
import { grantCheck, ROLE_KINDS, unlessOnlySystemBinds } from "../../shared-rbac/grants.ts";

export const rule: CelRule = defineRule({
  id: "kubernetes/roles-delete-no-events",
  title: "Roles delete no events",
  severity: "warning",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM027"],
  aliases: ["kubescape:C-0031"],
  since: "0.1.0",
  kinds: ROLE_KINDS,
  ...grantCheck(
    { groups: ["", "events.k8s.io"], resources: ["events"], verbs: ["delete", "deletecollection"] },
    {
      problem: "deletesEvents",
      message: '{kind} "{name}" may delete events, the trace that an intruder wants gone.',
    },
  ),
  settle: unlessOnlySystemBinds,
});
