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
  return same(a, b, { left: MAXIMUM_VALUES }, { depth: 0, except });
}

interface Level {
  readonly depth: number;
  readonly except: ReadonlySet<string> | undefined;
}

function same(a: unknown, b: unknown, comparison: Comparison, { depth, except }: Level): boolean {
  if (a === b) return true;
  if (!isCollection(a) || !isCollection(b)) return false;
  comparison.left -= 1;
  if (comparison.left < 0 || depth > MAXIMUM_DEPTH) return false;
  if (Array.isArray(a) && Array.isArray(b)) {
    if (a.length !== b.length) return false;
    const inside: Level = { depth: depth + 1, except: undefined };
    return a.every((element, index) => same(element, b[index], comparison, inside));
  }
  return isMap(a) && isMap(b) && sameMaps(a, b, comparison, { depth, except });
}

type PlainMap = Readonly<Record<string, unknown>>;

function sameMaps(a: PlainMap, b: PlainMap, comparison: Comparison, { depth, except }: Level): boolean {
  const inside: Level = { depth: depth + 1, except: undefined };
  const compared = (key: string): boolean => except?.has(key) !== true;
  const keys = Object.keys(a).filter(compared);
  if (keys.length !== Object.keys(b).filter(compared).length) return false;
  return keys.every((key) => Object.hasOwn(b, key) && same(a[key], b[key], comparison, inside));
}

function isCollection(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function isMap(value: object): value is PlainMap {
  return !Array.isArray(value);
}
