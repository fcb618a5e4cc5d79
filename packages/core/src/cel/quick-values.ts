/** The answer where the library must be asked. */
export const GIVEN_UP: unique symbol = Symbol("given up");

/** What an optional path leads to where there is nothing. */
export const NOTHING: unique symbol = Symbol("nothing");

/** Maps are the only objects in the data that are no lists. */
export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Both of one simple type: the only values that compare without a rule of their own. */
function sameType(a: unknown, b: unknown): boolean {
  const type = typeof a;
  return type === typeof b && (type === "string" || type === "bigint" || type === "boolean");
}

/** Whether two values are equal, or where `wanted` is false whether they differ. */
export function equal(a: unknown, b: unknown, wanted: boolean): unknown {
  return sameType(a, b) ? (a === b) === wanted : GIVEN_UP;
}

export function compareIntegers(a: unknown, b: unknown, test: (a: bigint, b: bigint) => boolean): unknown {
  return typeof a === "bigint" && typeof b === "bigint" ? test(a, b) : GIVEN_UP;
}

/** Whether a list has a value. */
export function isIn(value: unknown, values: unknown): unknown {
  if (!Array.isArray(values)) return GIVEN_UP;
  for (const element of values) {
    if (!sameType(value, element)) return GIVEN_UP;
    if (element === value) return true;
  }
  return sameType(value, value) ? false : GIVEN_UP;
}

export const EMPTY_MAP: Readonly<Record<string, unknown>> = Object.freeze(Object.create(null));

export function difference(a: unknown, b: unknown): unknown {
  return typeof a === "bigint" && typeof b === "bigint" ? a - b : GIVEN_UP;
}

/** The size of a list or map; that of a text counts code points, which is left to the library. */
export function sizeOf(value: unknown): unknown {
  if (Array.isArray(value)) return BigInt(value.length);
  return isMap(value) ? BigInt(Object.keys(value).length) : GIVEN_UP;
}

/** The element of a list by its index, or of a map by its key. */
export function elementOf(value: unknown, key: unknown, optional: boolean): unknown {
  if (value === NOTHING) return NOTHING;
  const missing = optional ? NOTHING : GIVEN_UP;
  if (Array.isArray(value)) {
    if (typeof key !== "bigint") return GIVEN_UP;
    return key >= 0n && key < BigInt(value.length) ? (value[Number(key)] ?? GIVEN_UP) : missing;
  }
  if (!isMap(value) || typeof key !== "string") return GIVEN_UP;
  return Object.hasOwn(value, key) ? (value[key] ?? GIVEN_UP) : missing;
}
