import { configurationSchema, customRuleSchema, waiverSchema } from "@plimsoll/core";
import { RELEASE_POLICY_SCHEMA } from "@plimsoll/release";
import { mergedSchema } from "@plimsoll/scan";
import type { Output } from "./outputs.ts";

/** The JSON schemas that ship with the command line and that editors complete from. */
export async function schemaOutputs(): Promise<readonly Output[]> {
  const { ruleSet } = await import("../../packages/rules/src/rule-set.ts");
  const schemas = {
    plimsoll: configurationSchema(ruleSet),
    "plimsoll-rules": customRuleSchema,
    "plimsoll-waivers": waiverSchema,
    "plimsoll-scan": mergedSchema,
    "plimsoll-release": RELEASE_POLICY_SCHEMA,
  };
  return Object.entries(schemas).map(([name, schema]) => ({
    path: `docs/schemas/${name}.schema.json`,
    text: `${JSON.stringify(schema, undefined, 2)}\n`,
  }));
}
