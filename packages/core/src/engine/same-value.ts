/** Values that are compared at most; larger ones count as different. Aliases can make a value far larger than its text. */
const MAXIMUM_VALUES = 5000;
const MAXIMUM_DEPTH = 100;

interface Comparison {
  left: number;
}

/**
 * Whether two values of objects are the same throughout. What is too large to tell counts as different.
 * @param except keys of the outermost map that are not compared
 */
export function isSameValue(a: unknown, b: unknown, except?: ReadonlySet<string>): boolean {
  const comparison: Comparison = { left: MAXIMUM_VALUES };
  if (except === undefined || !isMap(a) || !isMap(b)) return same(a, b, comparison, 0);
  return same(without(a, except), without(b, except), comparison, 0);
}

/** One level of a map, without some of its keys. */
function without(map: PlainMap, except: ReadonlySet<string>): PlainMap {
  const rest: Record<string, unknown> = Object.create(null);
  for (const [key, value] of Object.entries(map)) if (!except.has(key)) rest[key] = value;
  return rest;
}

function same(a: unknown, b: unknown, comparison: Comparison, depth: number): boolean {
  if (a === b) return true;
  comparison.left -= 1;
  if (comparison.left < 0 || depth > MAXIMUM_DEPTH) return false;
  if (Array.isArray(a)) return Array.isArray(b) && sameLists(a, b, comparison, depth + 1);
  return isMap(a) && isMap(b) && sameMaps(a, b, comparison, depth + 1);
}

type PlainMap = Readonly<Record<string, unknown>>;

function sameLists(
  a: readonly unknown[],
  b: readonly unknown[],
  comparison: Comparison,
  depth: number,
): boolean {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index += 1) {
    if (!same(a[index], b[index], comparison, depth)) return false;
  }
  return true;
}

function sameMaps(a: PlainMap, b: PlainMap, comparison: Comparison, depth: number): boolean {
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  for (const key of keys) {
    if (!Object.hasOwn(b, key) || !same(a[key], b[key], comparison, depth)) return false;
  }
  return true;
}

function isMap(value: unknown): value is PlainMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
