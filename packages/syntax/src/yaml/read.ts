import { keyName } from "./key-name.ts";
import { entryIndex, findOwnEntry, hasMerge } from "./merge.ts";
import type { YamlEntry, YamlMap, YamlNode, YamlScalar, YamlSequence } from "./nodes.ts";

/** Keys and indexes from a node to one inside it. */
export type YamlPath = readonly (string | number)[];

/** The node that an alias stands for; any other node is itself. Undefined where the alias has no target. */
export function resolveAlias(node: YamlNode | undefined): Exclude<YamlNode, { kind: "alias" }> | undefined {
  let current = node;
  while (current?.kind === "alias") current = current.target;
  return current;
}

/** The node as a map, through an alias; undefined where it is something else. */
export function asMap(node: YamlNode | undefined): YamlMap | undefined {
  const resolved = resolveAlias(node);
  return resolved?.kind === "map" ? resolved : undefined;
}

/** The node as a sequence, through an alias; undefined where it is something else. */
export function asSequence(node: YamlNode | undefined): YamlSequence | undefined {
  const resolved = resolveAlias(node);
  return resolved?.kind === "sequence" ? resolved : undefined;
}

/** The node as a scalar, through an alias; undefined where it is something else. */
export function asScalar(node: YamlNode | undefined): YamlScalar | undefined {
  const resolved = resolveAlias(node);
  return resolved?.kind === "scalar" ? resolved : undefined;
}

/** The text of a scalar, through an alias: numbers and booleans as written. Undefined for null, collections and no node. */
export function scalarText(node: YamlNode | undefined): string | undefined {
  const scalar = asScalar(node);
  return scalar === undefined || scalar.value === null ? undefined : scalar.text;
}

/**
 * The entry of a key, or of the same key in a merged map where the map has none of its own. Of two equal keys the
 * later one counts, as in {@link toValue}. Constant time on large maps after the first look-up.
 */
export function getEntry(map: YamlMap, key: string): YamlEntry | undefined {
  const own = findOwnEntry(map, key);
  return own === "unknown" ? entryIndex(map).get(key) : own;
}

/**
 * The node at a path of keys and indexes, looking through aliases and merged maps. The last alias is followed too, so
 * the answer is never an alias. Undefined where there is no such node.
 */
export function getNode(
  node: YamlNode | undefined,
  path: YamlPath,
): Exclude<YamlNode, { kind: "alias" }> | undefined {
  let current = resolveAlias(node);
  for (const step of path) {
    if (current === undefined) return undefined;
    current = resolveAlias(child(current, step));
  }
  return current;
}

function child(node: YamlNode, step: string | number): YamlNode | undefined {
  if (node.kind === "map") return getEntry(node, String(step))?.value;
  return node.kind === "sequence" && typeof step === "number" ? node.items[step] : undefined;
}

/** The name under which an entry is known in plain data; see {@link toValue}. */
export function entryName(entry: YamlEntry): string {
  return keyName(entry.key);
}

/**
 * The entries that a map has once merged maps (`<<`) are applied, each at its own place in the text. Where nothing is merged, all
 * its entries as they stand, two equal keys among them.
 */
export function effectiveEntries(map: YamlMap): readonly YamlEntry[] {
  return hasMerge(map) ? [...entryIndex(map).values()] : map.entries;
}
