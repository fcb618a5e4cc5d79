import { configurationSchema, customRuleSchema, waiverSchema } from "@plimsoll/core";
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
  };
  return Object.entries(schemas).map(([name, schema]) => ({
    path: `docs/schemas/${name}.schema.json`,
    text: `${JSON.stringify(schema, undefined, 2)}\n`,
  }));
}
