import type { RuleSet } from "@plimsoll/core";
import { allRules } from "./index.generated.ts";
import { ruleHeaders } from "./rule-headers.ts";
import { ruleTrees } from "./rule-trees.ts";

/** All rules of Plimsoll with their references and profiles, each of them loaded. */
export const ruleSet: RuleSet = {
  ...ruleHeaders,
  trees: ruleTrees,
  rules: new Map(allRules.map((rule) => [rule.id, rule])),
};
