export { allRules } from "./index.generated.ts";
export { profiles } from "./profiles.ts";
export { ruleSet } from "./rule-set.ts";
