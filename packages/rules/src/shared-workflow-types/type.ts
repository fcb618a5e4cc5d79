/** The type of an expression's value, as far as it is known before a run. */
export type ValueType = PlainType | ObjectType | ArrayType;

export interface PlainType {
  readonly kind: "any" | "null" | "boolean" | "number" | "string";
}

export interface ObjectType {
  readonly kind: "object";
  /** By name in lower case. */
  readonly properties: ReadonlyMap<string, ValueType>;
  /** The type of properties that are not listed; undefined where there are no others. */
  readonly rest: ValueType | undefined;
}

export interface ArrayType {
  readonly kind: "array";
  readonly item: ValueType;
  /** Made by `.*`: a further access goes to its items. */
  readonly filtered?: boolean;
}

export const ANY: PlainType = { kind: "any" };
export const NULL: PlainType = { kind: "null" };
export const BOOLEAN: PlainType = { kind: "boolean" };
export const NUMBER: PlainType = { kind: "number" };
export const STRING: PlainType = { kind: "string" };

/** An object with these properties and no others. */
export function strict(properties: Iterable<readonly [string, ValueType]>): ObjectType {
  const lower = [...properties].map(([name, type]) => [name.toLowerCase(), type] as const);
  return { kind: "object", properties: new Map(lower), rest: undefined };
}

/** An object whose properties all have one type. */
export function mapped(rest: ValueType): ObjectType {
  return { kind: "object", properties: new Map(), rest };
}

export function open(properties: Iterable<readonly [string, ValueType]>): ObjectType {
  return { ...strict(properties), rest: ANY };
}

const DEPTH = 20;

/** A type that holds the values of both. */
export function merge(a: ValueType, b: ValueType, depth = 0): ValueType {
  if (depth > DEPTH) return ANY;
  if (a.kind === "object" && b.kind === "object") return mergeObjects(a, b, depth);
  if (a.kind === "array" && b.kind === "array")
    return { kind: "array", item: merge(a.item, b.item, depth + 1) };
  return a.kind === b.kind ? a : ANY;
}

function mergeObjects(a: ObjectType, b: ObjectType, depth: number): ObjectType {
  const properties = new Map(a.properties);
  for (const [name, type] of b.properties) {
    const known = properties.get(name);
    properties.set(name, known === undefined ? type : merge(known, type, depth + 1));
  }
  const both = a.rest !== undefined && b.rest !== undefined ? merge(a.rest, b.rest, depth + 1) : undefined;
  return { kind: "object", properties, rest: both ?? a.rest ?? b.rest };
}

/** How a type is called in messages. */
export function nameOf({ kind }: ValueType): string {
  const names = {
    any: "any value",
    null: "null",
    boolean: "a boolean",
    number: "a number",
    string: "a string",
  };
  if (kind === "object") return "an object";
  return kind === "array" ? "an array" : names[kind];
}

/** The type of a value that JSON gives. */
export function typeOfPlain(value: unknown, depth = 0): ValueType {
  if (depth > DEPTH || value === undefined) return ANY;
  if (value === null) return NULL;
  if (Array.isArray(value)) {
    const items = value.slice(0, 1000).map((item) => typeOfPlain(item, depth + 1));
    const [first, ...others] = items;
    return { kind: "array", item: first === undefined ? ANY : others.reduce((a, b) => merge(a, b), first) };
  }
  switch (typeof value) {
    case "boolean":
      return BOOLEAN;
    case "number":
    case "bigint":
      return NUMBER;
    case "string":
      return STRING;
    default:
      return strict(Object.entries(value).map(([name, inner]) => [name, typeOfPlain(inner, depth + 1)]));
  }
}
