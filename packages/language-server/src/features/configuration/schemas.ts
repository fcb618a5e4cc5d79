import { allRules, configurationSchema, type JsonSchema, type RuleSet, waiverSchema } from "@plimsoll/core";
import type { OpenFile } from "../document/open-file.ts";
import type { FeatureContext } from "../feature-context.ts";

/** What a file of Plimsoll's own is. */
export type OwnFile = "configuration" | "waivers";

const schemas = new WeakMap<FeatureContext["configuration"], JsonSchema>();

/** Whether a file is Plimsoll's own, by its name or because the configuration names it. */
export function ownFile({ path, kind }: OpenFile, { configuration }: FeatureContext): OwnFile | undefined {
  if (configuration.waiverFiles.includes(path)) return "waivers";
  if (kind !== "configuration") return undefined;
  const name = path.slice(path.lastIndexOf("/") + 1);
  return name.startsWith("plimsoll-waivers.") ? "waivers" : "configuration";
}

/** The schema of a file of Plimsoll's own, with the user's own rules. Made once for a configuration. */
export function schemaOf(file: OwnFile, { ruleSet, configuration }: FeatureContext): JsonSchema {
  if (file === "waivers") return waiverSchema;
  let schema = schemas.get(configuration);
  if (schema === undefined) {
    const rules = new Map(allRules(configuration, ruleSet).map((rule) => [rule.id, rule]));
    const withOwn: RuleSet = { ...ruleSet, rules };
    schemas.set(configuration, (schema = configurationSchema(withOwn)));
  }
  return schema;
}
