import { defineRule, type CelRule } from "@plimsoll/core";
import { grantCheck, ROLE_KINDS, unlessOnlySystemBinds } from "../../shared-rbac/grants.ts";

export const rule: CelRule = defineRule({
  id: "kubernetes/roles-mint-no-tokens",
  title: "Roles make no service account tokens",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM027"],
  aliases: ["kubescape:C-0282"],
  since: "0.1.0",
  kinds: ROLE_KINDS,
  ...grantCheck(
    { groups: [""], resources: ["serviceaccounts/token"], verbs: ["create"], shows: "resources" },
    {
      problem: "mintsTokens",
      message: '{kind} "{name}" may make tokens for every service account in its reach.',
    },
  ),
  settle: unlessOnlySystemBinds,
});
