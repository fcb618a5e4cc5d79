import { defineRule, type CelRule } from "@plimsoll/core";
import { grantCheck, ROLE_KINDS, unlessOnlySystemBinds } from "../../shared-rbac/grants.ts";

export const rule: CelRule = defineRule({
  id: "kubernetes/roles-delete-no-data",
  title: "Roles of applications delete no workloads and no data",
  severity: "warning",
  confidence: "medium",
  surface: "kubernetes",
  catalogue: ["KM027"],
  aliases: ["kubescape:C-0007"],
  since: "0.1.0",
  kinds: ROLE_KINDS,
  ...grantCheck(
    {
      groups: ["", "apps", "batch"],
      resources: [
        "pods",
        "deployments",
        "statefulsets",
        "daemonsets",
        "jobs",
        "persistentvolumeclaims",
        "persistentvolumes",
        "secrets",
        "namespaces",
      ],
      verbs: ["delete", "deletecollection"],
    },
    { problem: "deletesData", message: '{kind} "{name}" may delete workloads or their data.' },
  ),
  settle: unlessOnlySystemBinds,
});
