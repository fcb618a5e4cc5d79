import type { Command } from "../command.ts";

export const schemaSpec: Command = {
  name: "schema",
  summary: "Print a JSON schema: configuration, waivers, custom-rules, report, scan or release-policy.",
  operands: "[name]",
  options: [],
  maximumOperands: 1,
  examples: [
    ["plimsoll schema configuration > plimsoll.schema.json", "For editors that complete plimsoll.yaml."],
  ],
};
