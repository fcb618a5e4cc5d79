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

/** The types around a value, from the nearest outwards. */
export interface Ancestor {
  readonly schema: ObjectSchema;
  readonly parent: Ancestor | undefined;
}

/** Where a field that is right in itself belongs: into the one field of this type that takes it, or into a type around it. */
export function placeOfField(
  field: string,
  schema: ObjectSchema,
  parent: Ancestor | undefined,
): UnknownField["belongs"] {
  const children = [...schema.fields].filter(
    // The cluster writes a status: nobody means to put something there.
    ([name, type]) => name !== "status" && type.kind === "object" && type.schema().fields.has(field),
  );
  const [child] = children;
  if (child !== undefined && children.length === 1) return { to: "child", name: child[0] };
  for (let ancestor = parent; ancestor !== undefined; ancestor = ancestor.parent) {
    if (ancestor.schema.fields.has(field)) return { to: "ancestor", name: ancestor.schema.name };
  }
  return undefined;
}
