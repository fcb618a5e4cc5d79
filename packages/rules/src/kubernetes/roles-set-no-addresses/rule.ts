import { defineRule, type CelRule } from "@plimsoll/core";
import { grantCheck, ROLE_KINDS, unlessOnlySystemBinds } from "../../shared-rbac/grants.ts";

export const rule: CelRule = defineRule({
  id: "kubernetes/roles-set-no-addresses",
  title: "Roles set no addresses of Services",
  severity: "warning",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM027"],
  aliases: ["checkov:CKV2_K8S_4"],
  since: "0.1.0",
  kinds: ROLE_KINDS,
  ...grantCheck(
    { groups: [""], resources: ["services/status"], verbs: ["update", "patch"], shows: "resources" },
    {
      problem: "setsAddresses",
      message:
        '{kind} "{name}" may set the addresses of load balancers, and so take the traffic for any address.',
    },
  ),
  settle: unlessOnlySystemBinds,
});
