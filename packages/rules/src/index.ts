export { allRules } from "./index.generated.ts";
export { profiles } from "./profiles.ts";
export { ruleSet } from "./rule-set.ts";
export { hardenedName, imageName, readImage, trustOf } from "./shared-images/image-trust.ts";
