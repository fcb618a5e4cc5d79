import type { KubernetesSchemas } from "@plimsoll/model/kubernetes-schemas";
import type { ObjectSchema, ScalarKind, SchemaType } from "./schema-type.ts";

const SCALARS: ReadonlyMap<string, ScalarKind> = new Map([
  ["s", "string"],
  ["y", "bytes"],
  ["t", "time"],
  ["i", "integer"],
  ["l", "long"],
  ["n", "number"],
  ["b", "boolean"],
  ["q", "quantity"],
  ["x", "int-or-string"],
  ["a", "any"],
]);

/** What the decoding of one definition needs: the data, the version, and the types of other definitions by number. */
export interface DecodeContext {
  readonly data: KubernetesSchemas;
  readonly minor: number;
  readonly typeOf: (definition: number) => () => ObjectSchema;
}

/** Reads a definition for one version from the codes that `KubernetesSchemas` describes. */
export function decodeDefinition(text: string, context: DecodeContext): ObjectSchema {
  const [name = "", ...entries] = text.split(" ");
  const fields = new Map<string, SchemaType>();
  const required: string[] = [];
  const elsewhere = new Map<string, string>();
  for (const entry of entries) {
    const colon = entry.indexOf(":");
    const field = entry.slice(0, colon);
    const [code = "", ...facts] = entry.slice(colon + 1).split("|");
    const versions = facts.find((fact) => fact.startsWith("@"))?.slice(1);
    if (versions !== undefined && !holdsVersion(versions, context.minor)) {
      elsewhere.set(field, versions);
      continue;
    }
    const own = facts.filter((fact) => holdsFact(fact, context.minor));
    fields.set(field, decodeType(code, valuesOf(own, context.data), context));
    if (own.some((fact) => fact.startsWith("!"))) required.push(field);
  }
  return { name, fields, required, open: false, elsewhere };
}

/** Whether a fact such as `!` or `=3@31-34` holds in a version. */
function holdsFact(fact: string, minor: number): boolean {
  const at = fact.indexOf("@");
  return at <= 0 || holdsVersion(fact.slice(at + 1), minor);
}

/** Whether `29-31,33` holds a minor version. */
export function holdsVersion(ranges: string, minor: number): boolean {
  return ranges.split(",").some((range) => {
    const [from = "", to = from] = range.split("-");
    return Number(from) <= minor && minor <= Number(to);
  });
}

function valuesOf(facts: readonly string[], data: KubernetesSchemas): readonly string[] | undefined {
  const fact = facts.find((candidate) => candidate.startsWith("="));
  return fact === undefined ? undefined : data.enums[Number.parseInt(fact.slice(1), 10)];
}

function decodeType(code: string, values: readonly string[] | undefined, context: DecodeContext): SchemaType {
  const first = code.charAt(0);
  if (first === "[") return { kind: "list", of: decodeType(code.slice(1), values, context) };
  if (first === "{") return { kind: "map", of: decodeType(code.slice(1), values, context) };
  const reference = code.indexOf("&");
  if (reference >= 0) {
    const schema = context.typeOf(Number(code.slice(reference + 1)));
    return { kind: "object", schema, ...(first === "?" ? { orOther: true } : {}) };
  }
  const kind = SCALARS.get(first) ?? "any";
  return values === undefined ? { kind } : { kind, values };
}
