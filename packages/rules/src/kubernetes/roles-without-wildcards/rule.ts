import { defineRule, type CelCheck, type CelRule } from "@plimsoll/core";
import { OWN_ROLE, ROLE_KINDS, unlessOnlySystemBinds } from "../../shared-rbac/grants.ts";

function noWildcard(field: string, problem: string, what: string): CelCheck {
  return {
    each: "resources.rules",
    when: OWN_ROLE,
    require: `!("*" in item.?${field}.orValue([]))`,
    problem,
    at: [`${field}:`],
    message: `{kind} "{name}" grants ${what}, those of tomorrow included.`,
  };
}

export const rule: CelRule = defineRule({
  id: "kubernetes/roles-without-wildcards",
  title: "Roles name what they grant",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM026"],
  aliases: [
    "trivy:KSV-0044",
    "trivy:KSV-0045",
    "trivy:KSV-0046",
    "trivy:KSV-0112",
    "checkov:CKV_K8S_49",
    "kube-linter:wildcard-in-rules",
    "kubescape:C-0187",
    "kics:rbac_wildcard_in_rule",
  ],
  since: "0.1.0",
  kinds: ROLE_KINDS,
  ...noWildcard("verbs", "everyVerb", "every verb"),
  also: [
    noWildcard("resources", "everyResource", "every resource"),
    noWildcard("apiGroups", "everyGroup", "every API group"),
  ],
  settle: unlessOnlySystemBinds,
});
