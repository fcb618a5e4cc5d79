import type { ObjectSchema, SchemaStore, SchemaType } from "@plimsoll/core";
import { podTemplatePath } from "@plimsoll/syntax";

/** A step into an object: a key, or an index of a list. */
export type Step = string | number;

/** The kind of an object. */
export interface KindOf {
  readonly apiVersion: string;
  readonly kind: string;
}

/** What may stand at a place of an object. */
export interface SchemaPlace {
  readonly type: SchemaType;
  /** The nearest field on the way there, and the definition that has it. Undefined for the object itself. */
  readonly field: { readonly owner: ObjectSchema; readonly name: string } | undefined;
  /** True where the last step is that field itself and no key or item inside of it. */
  readonly isField: boolean;
}

/** Aliases of types nest no deeper than the path, which a reader of YAML caps. */
const MAXIMUM_STEPS = 200;

/** The place at the end of a path; undefined where nobody says what may stand there. */
export function schemaPlace(
  store: SchemaStore,
  kind: KindOf,
  path: readonly Step[],
): SchemaPlace | undefined {
  if (path.length > MAXIMUM_STEPS) return undefined;
  const { group, version } = splitApiVersion(kind.apiVersion);
  const lookup = store.lookUp({ group, version, kind: kind.kind });
  if ("schema" in lookup) return walk(root(lookup.schema), path);
  return podPlace(store, { group, kind: kind.kind }, path);
}

/** The API group, empty for the core, and the version. */
export function splitApiVersion(apiVersion: string): { readonly group: string; readonly version: string } {
  const slash = apiVersion.indexOf("/");
  return { group: slash < 0 ? "" : apiVersion.slice(0, slash), version: apiVersion.slice(slash + 1) };
}

/** Kinds that nobody describes but that are known to make pods have pods like all others. */
function podPlace(
  store: SchemaStore,
  { group, kind }: { readonly group: string; readonly kind: string },
  path: readonly Step[],
): SchemaPlace | undefined {
  const template = podTemplatePath(group, kind);
  if (template === undefined || path.length < template.length) return undefined;
  if (!template.every((step, index) => step === "*" || step === path[index])) return undefined;
  const deployment = store.lookUp({ group: "apps", version: "v1", kind: "Deployment" });
  if (!("schema" in deployment)) return undefined;
  const start = walk(root(deployment.schema), ["spec", "template"]);
  return start === undefined ? undefined : walk(start, path.slice(template.length));
}

function root(schema: ObjectSchema): SchemaPlace {
  return { type: { kind: "object", schema: () => schema }, field: undefined, isField: false };
}

function walk(start: SchemaPlace, path: readonly Step[]): SchemaPlace | undefined {
  let place: SchemaPlace | undefined = start;
  for (const step of path) {
    if (place === undefined) return undefined;
    place = inside(place, step);
  }
  return place;
}

function inside(place: SchemaPlace, step: Step): SchemaPlace | undefined {
  const { type } = place;
  if (type.kind === "list")
    return typeof step === "number" ? { ...place, type: type.of, isField: false } : undefined;
  if (typeof step === "number") return undefined;
  if (type.kind === "map") return { ...place, type: type.of, isField: false };
  if (type.kind !== "object") return undefined;
  const owner = type.schema();
  const found = owner.fields.get(step);
  return found === undefined ? undefined : { type: found, field: { owner, name: step }, isField: true };
}

/** The fields that may stand in a value of a type; undefined where it is not a map with named fields. */
export function fieldsIn(type: SchemaType): ObjectSchema | undefined {
  return type.kind === "object" ? type.schema() : undefined;
}

const MAXIMUM_VALUES = 12;

/** A type in words, such as `list of Container`. The values are shown as code. */
export function typeWords(type: SchemaType, depth = 0): string {
  switch (type.kind) {
    case "list":
      return depth > 4 ? "list" : `list of ${typeWords(type.of, depth + 1)}`;
    case "map":
      return depth > 4 ? "map" : `map of ${typeWords(type.of, depth + 1)}`;
    case "object":
      return type.schema().name;
    default:
      return scalarWords(type.kind, type.values);
  }
}

const SCALARS: Readonly<Record<Exclude<SchemaType["kind"], "list" | "map" | "object">, string>> = {
  string: "text",
  bytes: "text in base64",
  time: "point in time",
  integer: "whole number",
  long: "whole number",
  number: "number",
  boolean: "`true` or `false`",
  quantity: "quantity such as `100m` or `1Gi`",
  "int-or-string": "whole number or text",
  any: "any value",
};

function scalarWords(kind: keyof typeof SCALARS, values: readonly string[] | undefined): string {
  if (values === undefined || values.length === 0) return SCALARS[kind];
  const shown = values.slice(0, MAXIMUM_VALUES).map((value) => `\`${value}\``);
  const more = values.length > MAXIMUM_VALUES ? ` and ${values.length - MAXIMUM_VALUES} more` : "";
  return `one of ${shown.join(", ")}${more}`;
}
