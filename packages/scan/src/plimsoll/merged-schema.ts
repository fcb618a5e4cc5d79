import { mergedShape } from "./merged-shape.ts";
import type { Shape } from "./shape.ts";

const TYPES = { text: "string", number: "number", truth: "boolean" } as const;

/** JSON schema (draft 2020-12) of the merged report that `toMergedJson` writes. */
export const mergedSchema: Readonly<Record<string, unknown>> = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "Merged vulnerability scan",
  description:
    "What several scanners said of one target: their reports, the findings they have in common or alone, and the gate's verdict.",
  ...schemaOf(mergedShape),
};

/** The schema of a shape. Members that it does not name are refused, so that a change of form cannot go unseen. */
function schemaOf(shape: Shape): Readonly<Record<string, unknown>> {
  if (typeof shape === "string") return { type: TYPES[shape] };
  if ("oneOf" in shape) return { enum: shape.oneOf };
  if ("list" in shape) return { type: "array", items: schemaOf(shape.list) };
  const properties: Record<string, unknown> = {};
  const required: string[] = [];
  for (const [name, member] of Object.entries(shape.members)) {
    const isOptional = typeof member === "object" && "optional" in member;
    properties[name] = schemaOf(isOptional ? member.optional : member);
    if (!isOptional) required.push(name);
  }
  return { type: "object", additionalProperties: false, required, properties };
}
