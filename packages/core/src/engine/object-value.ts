import { toValue, type YamlNode } from "@plimsoll/syntax";

/** Nothing that Kubernetes defines nests this deep; what lies deeper keeps its nulls. */
const MAXIMUM_DEPTH = 1000;

const cleaned = new WeakMap<object, unknown>();

/**
 * The value of a node as the API server would see it: scalars as Kubernetes reads them, and a key whose value is null is
 * absent. Nodes share values, and nothing in them may be changed. Linear in the number of nodes, and kept per value.
 */
export function objectValue(node: YamlNode): unknown {
  return withoutNulls(toValue(node, "kubernetes"), 0);
}

function withoutNulls(value: unknown, depth: number): unknown {
  if (typeof value !== "object" || value === null || depth > MAXIMUM_DEPTH) return value;
  const known = cleaned.get(value);
  if (known !== undefined) return known;
  const clean = Array.isArray(value) ? cleanList(value, depth + 1) : cleanObject(value, depth + 1);
  cleaned.set(value, clean);
  return clean;
}

/** The list itself where nothing in it changes, which is nearly always. */
function cleanList(list: readonly unknown[], depth: number): readonly unknown[] {
  const items = list.map((item) => withoutNulls(item, depth));
  return items.every((item, index) => item === list[index]) ? list : items;
}

function cleanObject(object: object, depth: number): object {
  const copy: Record<string, unknown> = Object.create(null);
  let changed = false;
  for (const [key, before] of Object.entries(object)) {
    const after: unknown = withoutNulls(before, depth);
    if (after !== before || before === null) changed = true;
    if (before !== null) copy[key] = after;
  }
  return changed ? copy : object;
}
