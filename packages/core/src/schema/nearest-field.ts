import { entryName, type YamlMap } from "@plimsoll/syntax";
import { nearest } from "../config/nearest.ts";
import type { UnknownField } from "./schema-problem.ts";
import type { ObjectSchema } from "./schema-type.ts";

/** The field of the schema that a misspelled one most likely means: near in spelling and not in the map already. */
export function nearestField(field: string, schema: ObjectSchema, map: YamlMap): string | undefined {
  const present = new Set(map.entries.map(entryName));
  return nearest(
    field,
    [...schema.fields.keys()].filter((candidate) => !present.has(candidate)),
  );
}

/** Where a field that is right in itself belongs: into the map around this one, or into one of its fields. */
export function placeOfField(
  field: string,
  schema: ObjectSchema,
  parent: ObjectSchema | undefined,
): UnknownField["belongs"] {
  for (const [name, type] of schema.fields) {
    if (
      type.kind === "object" &&
      type.orOther !== true &&
      type.schema().fields.has(field) &&
      isSpecific(name)
    )
      return { to: "child", name };
  }
  return parent?.fields.has(field) === true ? { to: "parent", name: parent.name } : undefined;
}

/** Fields of `status` are written by the cluster: nobody meant to put one there. */
function isSpecific(name: string): boolean {
  return name !== "status";
}
