import type { Configuration } from "../config/configuration.ts";
import { mayBeOn, resolveSettings } from "../config/resolve-settings.ts";
import { isResourceRule, isUnloadedRule } from "../rule/define-rule.ts";
import type { RuleSet } from "../rule/rule-set.ts";

/**
 * Whether a rule that compares objects with the structure of their kinds is on somewhere in the workspace, so that a host has to
 * load the schemas.
 */
export function usesSchemas(ruleSet: RuleSet, configuration: Configuration): boolean {
  const settings = resolveSettings(configuration, ruleSet, "");
  return [...ruleSet.rules.values()].some((rule) => {
    if (!(isResourceRule(rule) || isUnloadedRule(rule)) || rule.needsSchemas !== true) return false;
    return mayBeOn(rule.id, settings, configuration);
  });
}
