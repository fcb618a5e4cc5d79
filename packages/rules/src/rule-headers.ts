import type { RuleSet } from "@plimsoll/core";
import { headers } from "./headers.generated.ts";
import { profiles } from "./profiles.ts";
import { references, requirementReasons } from "./references.generated.ts";

/** All rules of Plimsoll by what they say about themselves, with their references and profiles; no rule is loaded. */
export const ruleHeaders: RuleSet = {
  rules: new Map(headers.map((rule) => [rule.id, rule])),
  references,
  profiles,
  requirements: requirementReasons,
  renamed: new Map(headers.flatMap((rule) => (rule.formerly ?? []).map((old) => [old, rule.id] as const))),
};
