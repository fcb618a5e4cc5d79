export * from "./baseline/baseline.ts";
export * from "./cel/compile.ts";
export type { CelOperand, CelTree, CelTrees } from "./cel/tree.ts";
export * from "./compliance/compliance-report.ts";
export * from "./compliance/compliance-verdict.ts";
export {
  builtInRules,
  builtInSeverity,
  canBeExcused,
  type BuiltInRule,
  type BuiltInRuleId,
} from "./config/built-in-rules.ts";
export type { ReadFile } from "./config/collect-layers.ts";
export * from "./config/configuration.ts";
export * from "./config/declared-inventory.ts";
export { dayNumber } from "./config/calendar.ts";
export { compileGlob, compileGlobs, globProblem, type PathMatcher } from "./config/glob.ts";
export * from "./config/image-policy.ts";
export { integrityOf } from "./config/integrity.ts";
export { NEWEST_KUBERNETES_MINOR, parseKubernetesVersion } from "./config/kubernetes-version.ts";
export type { ConfigurationLayer, ConfigurationNote, LayerKind } from "./config/layer.ts";
export * from "./config/load-configuration.ts";
export {
  readLocatedDocument,
  type DocumentPath,
  type DocumentRequest,
  type LocatedDocument,
} from "./config/located-document.ts";
export type { ConfigurationOrigins } from "./config/merge-layers.ts";
export { nearest } from "./config/nearest.ts";
export * from "./config/problem.ts";
export type { CommandLineSettings } from "./config/read-command-line.ts";
export * from "./config/resolve-settings.ts";
export type { JsonSchema } from "./config/json-schema.ts";
export { baseConfigurationSchema, configurationSchema, DEFAULT_PROFILE } from "./config/schema.ts";
export { customRuleSchema } from "./custom-rule/custom-rule-schema.ts";
export * from "./custom-rule/parse-custom-rules.ts";
export * from "./engine/check-file.ts";
export * from "./engine/conclude.ts";
export * from "./engine/engine.ts";
export * from "./engine/file-kind.ts";
export * from "./engine/judge-workspace.ts";
export { locate, namedPath, splitPath, type Location } from "./engine/locate.ts";
export { itemsOf, partsOf, podsOf, type Pod } from "./engine/parts.ts";
export * from "./error/coded-error.ts";
export * from "./finding/finding.ts";
export * from "./fix/apply-fixes.ts";
export { appendInPart, removeFromPart, setInPart } from "./fix/cel-fix.ts";
export type * from "./graph/factory-graph.ts";
export type * from "./graph/file-facts.ts";
export { environmentName, environmentOfPath } from "./graph/environment-name.ts";
export { imageName } from "./graph/image-name.ts";
export * from "./ignore/apply-ignores.ts";
export * from "./ignore/collect-ignores.ts";
export * from "./ignore/hear-comments.ts";
export * from "./ignore/hear-pending.ts";
export * from "./inventory/inventory.ts";
export {
  isEmptySelector,
  selectorMatches,
  type LabelRequirement,
  type LabelSelector,
} from "./inventory/label-selector.ts";
export { embeddedMeshConfiguration, meshConfigurationPath } from "./inventory/mesh-facts.ts";
export { makeInventory } from "./inventory/make-inventory.ts";
export * from "./peer/peer-tools.ts";
export type { CheckSettings } from "./peer/weigh-checks.ts";
export { isCheck } from "./pipeline/activity-table.ts";
export * from "./pipeline/ask-pipeline.ts";
export * from "./pipeline/pipeline.ts";
export { weaknessWords } from "./pipeline/weakness-words.ts";
export { readPipeline } from "./pipeline/read-pipeline.ts";
export { withoutExpired } from "./pragma/hear-pragmas.ts";
export { collectPragmas } from "./pragma/collect-pragmas.ts";
export { ALL_CHECKS, type Pragma } from "./pragma/pragma.ts";
export * from "./rule/cases.ts";
export { loadKubernetesSchemas, type KubernetesSchemas } from "@plimsoll/model/kubernetes-schemas";
export type { CustomSchema } from "./schema/custom-schema.ts";
export type { ObjectSchemas } from "./schema/file-schemas.ts";
export { CUSTOM_SCHEMA_MARK, readCustomSchemas, type CustomSchemas } from "./schema/read-custom-schemas.ts";
export type * from "./schema/schema-problem.ts";
export { SchemaStore, type KindLookup, type KindName } from "./schema/schema-store.ts";
export type * from "./schema/schema-type.ts";
export { usesSchemas } from "./schema/uses-schemas.ts";
export * from "./rule/define-rule.ts";
export * from "./rule/rule-set.ts";
export * from "./rule/rule.ts";
export type * from "./rule/workflow-rule.ts";
export type * from "./rule/workspace-rule.ts";
export * from "./tools/index.ts";
export * from "./waiver/add-waiver.ts";
export * from "./waiver/apply-waivers.ts";
export * from "./waiver/new-waiver.ts";
export { parseWaivers, type ParsedWaivers } from "./waiver/parse-waivers.ts";
export { waiverSchema } from "./waiver/waiver-schema.ts";
export * from "./waiver/waiver.ts";
