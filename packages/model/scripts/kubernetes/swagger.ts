import { keyOfDefinition, type EnumTable } from "./enums.ts";

/** A type as `kubernetes-schemas.json` writes it, with names of definitions for their numbers: see `src/kubernetes-schemas.ts`. */
export type TypeCode = readonly [prefix: string, leaf: string];

/** A field of one version's definition. */
export interface SpecField {
  readonly type: TypeCode;
  readonly required: boolean;
  readonly values: readonly string[] | undefined;
  /** Fields that identify an element of the list. */
  readonly listKeys: readonly string[];
  /** The field by which a strategic merge patch finds an element of the list. */
  readonly mergeKey: string | undefined;
}

/** A definition of one version. */
export interface SpecDefinition {
  readonly fields: ReadonlyMap<string, SpecField>;
  /** `group/version/Kind`, with an empty group for the core. */
  readonly kinds: readonly string[];
}

type Json = Readonly<Record<string, unknown>>;

const PREFIX = "#/definitions/";
const SCALARS: Readonly<Record<string, string>> = {
  "string ": "s",
  "string byte": "y",
  "string date-time": "t",
  "string int-or-string": "x",
  "integer int32": "i",
  "integer int64": "l",
  "number double": "n",
  "boolean ": "b",
};
/** Definitions that stand for a value, by their last name, and what they stand for. */
const VALUES: Readonly<Record<string, string>> = {
  Quantity: "q",
  IntOrString: "x",
  Time: "t",
  MicroTime: "t",
  JSON: "a",
  RawExtension: "a",
  FieldsV1: "a",
  Patch: "a",
  JSONSchemaPropsOrStringArray: "a",
  JSONSchemaPropsOrArray: "?JSONSchemaProps",
  JSONSchemaPropsOrBool: "?JSONSchemaProps",
};
/** Kinds that belong to requests and answers and are in every group: nobody writes them into a file. */
const REQUEST_KINDS: ReadonlySet<string> = new Set(["DeleteOptions", "WatchEvent", "Status"]);

/** Reads the definitions of an OpenAPI 2 description. A form of type that is not known throws. */
export function readSwagger(swagger: unknown, enums: EnumTable): ReadonlyMap<string, SpecDefinition> {
  const definitions = object(object(swagger)["definitions"]);
  const result = new Map<string, SpecDefinition>();
  for (const [name, value] of Object.entries(definitions)) {
    if (lastName(name) in VALUES) continue;
    result.set(name, readDefinition(name, object(value), enums));
  }
  return result;
}

/** `Container` of `io.k8s.api.core.v1.Container`. */
export function lastName(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}

function readDefinition(name: string, definition: Json, enums: EnumTable): SpecDefinition {
  const required = new Set(strings(definition["required"]));
  const values = enums.get(keyOfDefinition(name));
  const fields = new Map<string, SpecField>();
  for (const [field, schema] of Object.entries(object(definition["properties"] ?? {}))) {
    const property = object(schema);
    const mergeKey = property["x-kubernetes-patch-merge-key"];
    fields.set(field, {
      type: readType(property, name),
      required: required.has(field),
      values: values?.get(field),
      listKeys: strings(property["x-kubernetes-list-map-keys"]),
      mergeKey: typeof mergeKey === "string" ? mergeKey : undefined,
    });
  }
  return { fields, kinds: REQUEST_KINDS.has(lastName(name)) ? [] : readKinds(definition) };
}

function readKinds(definition: Json): readonly string[] {
  const kinds = definition["x-kubernetes-group-version-kind"];
  if (!Array.isArray(kinds)) return [];
  return kinds.map(object).map(({ group, version, kind }) => [group, version, kind].map(String).join("/"));
}

function readType(schema: Json, owner: string): TypeCode {
  const reference = schema["$ref"];
  if (typeof reference === "string") return readReference(reference.slice(PREFIX.length), owner);
  const { type, format = "" } = schema;
  if (type === "array") return nested("[", schema["items"], owner);
  if (type === "object") {
    const values = schema["additionalProperties"];
    return values === undefined ? ["", "a"] : nested("{", values, owner);
  }
  const code = SCALARS[[type, format].map(String).join(" ")];
  if (code === undefined) throw new Error(`${owner} has an unknown form of type: ${JSON.stringify(schema)}`);
  return ["", code];
}

function nested(mark: string, schema: unknown, owner: string): TypeCode {
  const [prefix, leaf] = readType(object(schema), owner);
  return [mark + prefix, leaf];
}

function readReference(name: string, owner: string): TypeCode {
  const value = VALUES[lastName(name)];
  if (value === undefined) return ["", `&${name}`];
  if (!value.startsWith("?")) return ["", value];
  // The schema's own definition, in the package of the one that refers to it.
  return ["?", `&${owner.slice(0, owner.lastIndexOf(".") + 1)}${value.slice(1)}`];
}

function object(value: unknown): Json {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new Error(`not an object: ${JSON.stringify(value)}`);
  return { ...value };
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
