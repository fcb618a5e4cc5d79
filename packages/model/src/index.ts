export { catalogueRuleById, catalogueRules } from "./catalogue-rules.ts";
export type { CatalogueRule } from "./catalogue-rules.ts";
export { catalogueRuleIds, requirementIds } from "./ids.data.ts";
export { allRequirements, requirementById, requirements } from "./requirements.ts";
export type { CatalogueRuleId, Requirement, RequirementId, Verification } from "./requirements.ts";
export * from "./vocabulary.data.ts";
