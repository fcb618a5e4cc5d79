import type { ObjectSchema, ScalarKind, SchemaType } from "./schema-type.ts";

/**
 * The structure of one version of a custom kind, as a CustomResourceDefinition of the workspace states it. Plain data, so that it
 * can be sent to a worker: the schema itself is JSON text, of which only what is judged is kept.
 */
export interface CustomSchema {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  /** The file that states it. */
  readonly file: string;
  /** JSON of the structural schema, without descriptions; see {@link KEPT_KEYWORDS}. */
  readonly text: string;
}

/** What is kept of a structural schema. Value validations such as `pattern`, `allOf` and CEL rules are not judged. */
export const KEPT_KEYWORDS: ReadonlySet<string> = new Set([
  "type",
  "format",
  "properties",
  "items",
  "additionalProperties",
  "required",
  "enum",
  "x-kubernetes-int-or-string",
  "x-kubernetes-preserve-unknown-fields",
  "x-kubernetes-embedded-resource",
]);

type Json = Readonly<Record<string, unknown>>;

const ANY: SchemaType = { kind: "any" };

/**
 * The structure of a custom kind. The API server itself adds `apiVersion`, `kind` and `metadata`, whatever the schema says of them.
 * @param metadata The type of an object's metadata.
 */
export function customObjectSchema(custom: CustomSchema, metadata: SchemaType): ObjectSchema {
  const root: unknown = JSON.parse(custom.text);
  const schema = objectSchema(isObject(root) ? root : {}, custom.kind);
  const fields = new Map(schema.fields);
  fields.set("apiVersion", { kind: "string" });
  fields.set("kind", { kind: "string" });
  fields.set("metadata", metadata);
  const required = schema.required.filter((field) => field !== "metadata");
  return { ...schema, fields, required, definedIn: custom.file };
}

function objectSchema(schema: Json, name: string): ObjectSchema {
  const fields = new Map<string, SchemaType>();
  for (const [field, value] of Object.entries(objectAt(schema, "properties"))) {
    fields.set(field, typeOf(value, `${name}.${field}`));
  }
  return {
    name,
    fields,
    required: textsAt(schema, "required"),
    open: at(schema, "x-kubernetes-preserve-unknown-fields") === true,
    elsewhere: new Map(),
  };
}

function typeOf(schema: unknown, name: string): SchemaType {
  if (!isObject(schema) || at(schema, "x-kubernetes-embedded-resource") === true) return ANY;
  if (at(schema, "x-kubernetes-int-or-string") === true) return { kind: "int-or-string" };
  const type = at(schema, "type");
  if (type === "array") return { kind: "list", of: typeOf(at(schema, "items"), name) };
  if (type === "object") return objectType(schema, name);
  const kind = scalarKind(type, at(schema, "format"));
  const values = at(schema, "enum");
  if (!Array.isArray(values) || kind === "any") return { kind };
  return { kind, values: values.filter((value) => value !== null).map(String) };
}

function objectType(schema: Json, name: string): SchemaType {
  const values = at(schema, "additionalProperties");
  if (values !== undefined && values !== false) return { kind: "map", of: typeOf(values, name) };
  let made: ObjectSchema | undefined;
  return { kind: "object", schema: () => (made ??= objectSchema(schema, name)) };
}

function scalarKind(type: unknown, format: unknown): ScalarKind {
  if (type === "string") return format === "date-time" ? "time" : "string";
  if (type === "integer") return format === "int32" ? "integer" : "long";
  if (type === "number" || type === "boolean") return type;
  return "any";
}

function at(schema: Json, key: string): unknown {
  return Object.hasOwn(schema, key) ? schema[key] : undefined;
}

function objectAt(schema: Json, key: string): Json {
  const value = at(schema, key);
  return isObject(value) ? value : {};
}

function textsAt(schema: Json, key: string): readonly string[] {
  const value = at(schema, key);
  return Array.isArray(value) ? value.filter((entry) => typeof entry === "string") : [];
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
