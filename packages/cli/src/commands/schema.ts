import { CodedError, configurationSchema, customRuleSchema, nearest, waiverSchema } from "@plimsoll/core";
import { ruleHeaders as ruleSet } from "@plimsoll/rules/lazy";
import type { Arguments } from "../arguments/option.ts";
import type { Terminal } from "../terminal/terminal.ts";

const NAMES = ["configuration", "waivers", "custom-rules", "report", "scan", "release-policy"] as const;

/** `plimsoll schema`: prints a JSON schema. */
export async function schema(args: Arguments, terminal: Terminal): Promise<number> {
  const given = args.operands[0] ?? "configuration";
  const name = NAMES.find((known) => known === given);
  if (name === undefined) {
    const near = nearest(given, NAMES);
    throw new CodedError({
      code: "cli/unknown-schema",
      message: `There is no schema ${JSON.stringify(given)}.`,
      nextStep: near === undefined ? `The schemas are ${NAMES.join(", ")}.` : `Did you mean ${near}?`,
    });
  }
  await terminal.print(`${JSON.stringify(await SCHEMAS[name](), undefined, 2)}\n`);
  return 0;
}

const SCHEMAS: Readonly<Record<(typeof NAMES)[number], () => Promise<object>>> = {
  configuration: () => Promise.resolve(configurationSchema(ruleSet)),
  waivers: () => Promise.resolve(waiverSchema),
  "custom-rules": () => Promise.resolve(customRuleSchema),
  report: async () => (await import("@plimsoll/evidence/json/schema")).reportSchema,
  "release-policy": async () => (await import("@plimsoll/release")).RELEASE_POLICY_SCHEMA,
  scan: async () => (await import("@plimsoll/scan")).mergedSchema,
};
