import type { RuleSet } from "@plimsoll/core";
import { allRules } from "./index.generated.ts";
import { profiles } from "./profiles.ts";
import { references, requirementReasons } from "./references.generated.ts";

/** All rules of Plimsoll with their references and profiles. */
export const ruleSet: RuleSet = {
  rules: new Map(allRules.map((rule) => [rule.id, rule])),
  references,
  profiles,
  requirements: requirementReasons,
  renamed: new Map(allRules.flatMap((rule) => (rule.formerly ?? []).map((old) => [old, rule.id] as const))),
};
