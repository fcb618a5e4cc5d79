import { isRecord, listOf, memberOf } from "@plimsoll/core/json";

const MAXIMUM_DEPTH = 30;

/** The smallest value that a schema allows: what must be there, and nothing else. Lists hold one element. */
export function smallestOf(schema: unknown, resolve: (schema: unknown) => unknown, depth = 0): unknown {
  const own = resolve(schema);
  if (depth > MAXIMUM_DEPTH) throw new RangeError("the schema nests without end");
  const variants = [...listOf(memberOf(own, "oneOf")), ...listOf(memberOf(own, "anyOf"))];
  const next = (part: unknown): unknown => smallestOf(part, resolve, depth + 1);
  const all = listOf(memberOf(own, "allOf"));
  if (all.length > 0) return Object.assign({}, ...all.map((part) => next(part)));
  const values = listOf(memberOf(own, "enum"));
  if (values.length > 0) return values[0];
  const isObject = memberOf(own, "properties") !== undefined;
  // A whole object tells a test more than null does.
  if (memberOf(own, "nullable") === true && !isObject) return null;
  const [variant] = variants;
  if (variant !== undefined && !isObject) return next(variant);
  return ofType(own, next);
}

function ofType(schema: unknown, next: (part: unknown) => unknown): unknown {
  const type = memberOf(schema, "type");
  if (type === "array") return [next(memberOf(schema, "items"))];
  if (type === "string") return "text";
  if (type === "integer" || type === "number") return 1;
  if (type === "boolean") return false;
  const properties = memberOf(schema, "properties");
  const names = listOf(memberOf(schema, "required")).map(String);
  return isRecord(properties) ? Object.fromEntries(names.map((name) => [name, next(properties[name])])) : {};
}
