export { loadRule, loadRuleSet, type LoadRequest } from "./load-rule-set.ts";
export { profiles } from "./profiles.ts";
export { ruleHeaders } from "./rule-headers.ts";
export { trustOf } from "./shared-images/image-trust.ts";
