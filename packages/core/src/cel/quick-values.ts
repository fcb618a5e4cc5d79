/** The answer where the library must be asked. */
export const GIVEN_UP: unique symbol = Symbol("given up");

/** What an optional path leads to where there is nothing. */
export const NOTHING: unique symbol = Symbol("nothing");

type PlainMap = Readonly<Record<string, unknown>>;

/** Maps are the only objects in the data that are no lists. */
export function isMap(value: unknown): value is PlainMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Both of one simple type: the only values that compare without a rule of their own. */
function sameType(a: unknown, b: unknown): boolean {
  const type = typeof a;
  return type === typeof b && (type === "string" || type === "bigint" || type === "boolean");
}

/** Whether two values are equal, or where `wanted` is false whether they differ. */
export function equal(a: unknown, b: unknown, wanted: boolean): unknown {
  const answer = sameType(a, b) ? a === b : equalParts(a, b, 0);
  return typeof answer === "boolean" ? answer === wanted : GIVEN_UP;
}

/** Deeper data is left to the library. */
const MAXIMUM_DEPTH = 20;

/** Whether two maps or two lists hold the same. */
function equalParts(a: unknown, b: unknown, depth: number): unknown {
  if (sameType(a, b)) return a === b;
  if (depth > MAXIMUM_DEPTH) return GIVEN_UP;
  if (Array.isArray(a) && Array.isArray(b)) return equalLists(a, b, depth);
  return isMap(a) && isMap(b) ? equalMaps(a, b, depth) : GIVEN_UP;
}

function equalLists(a: readonly unknown[], b: readonly unknown[], depth: number): unknown {
  if (a.length !== b.length) return false;
  for (const [index, element] of a.entries()) {
    const answer = equalParts(element, b[index], depth + 1);
    if (answer !== true) return answer;
  }
  return true;
}

function equalMaps(a: PlainMap, b: PlainMap, depth: number): unknown {
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  for (const name of names) {
    if (!Object.hasOwn(b, name)) return false;
    const answer = equalParts(a[name], b[name], depth + 1);
    if (answer !== true) return answer;
  }
  return true;
}

export function compareIntegers(a: unknown, b: unknown, test: (a: bigint, b: bigint) => boolean): unknown {
  return typeof a === "bigint" && typeof b === "bigint" ? test(a, b) : GIVEN_UP;
}

/** Whether a list has a value, or a map a key. */
export function isIn(value: unknown, values: unknown): unknown {
  if (!Array.isArray(values))
    return isMap(values) && typeof value === "string" ? Object.hasOwn(values, value) : GIVEN_UP;
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

/** A surrogate half: JavaScript counts such a character twice, CEL once. */
export const SURROGATE: RegExp = /[\uD800-\uDFFF]/;

/** How many characters a text has, where both ways of counting agree. */
function textSize(text: string): unknown {
  return SURROGATE.test(text) ? GIVEN_UP : BigInt(text.length);
}

/** The size of a list, map or text; that of a text counts code points. */
export function sizeOf(value: unknown): unknown {
  if (Array.isArray(value)) return BigInt(value.length);
  if (typeof value === "string") return textSize(value);
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
