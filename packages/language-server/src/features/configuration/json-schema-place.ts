import type { JsonSchema } from "@plimsoll/core";

/** A key that a map may have. */
export interface SchemaKey {
  readonly name: string;
  readonly schema: JsonSchema;
  readonly required: boolean;
}

/** A branch of an `anyOf` may have branches itself; deeper ones than this are not looked at. */
const MAXIMUM_BRANCHES = 50;

/** The schemas that may hold at the end of a path of keys and items; none where the path leads out of the schema. */
export function schemasAt(schema: JsonSchema, path: readonly (string | number)[]): readonly JsonSchema[] {
  let found = branchesOf([schema]);
  for (const step of path) {
    found = branchesOf(
      found.flatMap((one) => (typeof step === "number" ? itemsOf(one) : valueOf(one, step))),
    );
  }
  return found;
}

/** The schema of a key itself, before its branches: it holds what is said of the key. */
export function schemaOfKey(schema: JsonSchema, path: readonly (string | number)[]): JsonSchema | undefined {
  const last = path.at(-1);
  if (last === undefined) return schema;
  const parents = schemasAt(schema, path.slice(0, -1));
  return parents.flatMap((one) => (typeof last === "number" ? itemsOf(one) : valueOf(one, last)))[0];
}

/** The keys that a map with one of these schemas may have. */
export function keysOf(schemas: readonly JsonSchema[]): readonly SchemaKey[] {
  const keys = new Map<string, SchemaKey>();
  for (const schema of schemas) {
    const required = new Set(textsOf(schema["required"]));
    for (const [name, value] of Object.entries(objectOf(schema["properties"]) ?? {})) {
      const own = objectOf(value);
      if (own !== undefined && !keys.has(name))
        keys.set(name, { name, schema: own, required: required.has(name) });
    }
  }
  return [...keys.values()];
}

/** The scalars that may stand where one of these schemas holds, as YAML writes them; empty where any may. */
export function valuesOf(schemas: readonly JsonSchema[]): readonly string[] {
  const values = new Set<string>();
  for (const schema of schemas) {
    for (const value of listOf(schema["enum"])) if (isScalar(value)) values.add(String(value));
    if (typesOf(schema).includes("boolean")) for (const value of ["true", "false"]) values.add(value);
    const absent = schema["default"];
    if (isScalar(absent) && absent !== "") values.add(String(absent));
  }
  return [...values];
}

/** The names of the types that a schema takes. */
export function typesOf(schema: JsonSchema): readonly string[] {
  const type: unknown = schema["type"];
  if (typeof type === "string") return [type];
  if (type !== undefined) return textsOf(type);
  return objectOf(schema["properties"]) === undefined ? [] : ["object"];
}

/** What is said of a schema. */
export function descriptionOf(schema: JsonSchema): string {
  const { description } = schema;
  return typeof description === "string" ? description : "";
}

/** The schemas with their `anyOf` branches in place of them. */
export function branchesOf(schemas: readonly JsonSchema[]): readonly JsonSchema[] {
  const found: JsonSchema[] = [];
  const queue = [...schemas];
  for (
    let schema = queue.shift();
    schema !== undefined && found.length < MAXIMUM_BRANCHES;
    schema = queue.shift()
  ) {
    const branches = listOf(schema["anyOf"]).filter(isObject);
    if (branches.length === 0) found.push(schema);
    else queue.unshift(...branches);
  }
  return found;
}

function itemsOf(schema: JsonSchema): readonly JsonSchema[] {
  const items = objectOf(schema["items"]);
  return items === undefined ? [] : [items];
}

function valueOf(schema: JsonSchema, key: string): readonly JsonSchema[] {
  const properties = objectOf(schema["properties"]);
  const own =
    properties !== undefined && Object.hasOwn(properties, key) ? objectOf(properties[key]) : undefined;
  if (own !== undefined) return [own];
  const others = objectOf(schema["additionalProperties"]);
  return others === undefined ? [] : [others];
}

function objectOf(value: unknown): JsonSchema | undefined {
  return isObject(value) ? value : undefined;
}

function isObject(value: unknown): value is JsonSchema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textsOf(value: unknown): readonly string[] {
  return listOf(value).filter((item): item is string => typeof item === "string");
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}
