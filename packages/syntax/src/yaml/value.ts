import { attached, type Attached } from "../source/attached.ts";
import { entryIndex, hasMerge } from "./merge.ts";
import { kubernetesValue } from "./kubernetes-schema.ts";
import type { YamlMap, YamlNode, YamlScalar, YamlScalarValue, YamlSequence } from "./nodes.ts";
import { entryName } from "./read.ts";

/** A document as plain data. Objects have no prototype; nothing in it may be changed, since nodes share it. */
export type YamlPlain = YamlScalarValue | readonly YamlPlain[] | YamlPlainObject;

/** A map as plain data. */
export interface YamlPlainObject {
  readonly [key: string]: YamlPlain;
}

/** Aliases may lead from node to node deeper than the text nests; from here on they are read in the order of the text. */
const MAX_RECURSION = 600;

/**
 * How plain scalars become values: `core` is YAML 1.2, as most tools read; `kubernetes` is what the API server and
 * kubectl make of them, see `kubernetesValue`; there a key whose value is null is absent.
 */
export type YamlSchema = "core" | "kubernetes";

interface Conversion {
  /** Values of nodes that may be asked for again: see {@link convert}. */
  readonly values: Attached<YamlNode, YamlPlain>;
  readonly scalar: (node: YamlScalar) => YamlScalarValue;
  /** Whether a key whose value is null is left out. */
  readonly dropsNulls: boolean;
}

const CONVERSIONS: Readonly<Record<YamlSchema, Conversion>> = {
  core: { values: attached(), scalar: (node) => node.value, dropsNulls: false },
  kubernetes: { values: attached(), scalar: kubernetesValue, dropsNulls: true },
};

const EMPTY_LIST: readonly YamlPlain[] = Object.freeze([]);
const EMPTY_OBJECT: YamlPlainObject = Object.freeze(Object.create(null));

class Deep extends Error {}

/**
 * The node's value: maps as objects without a prototype, sequences as arrays, integers as bigint, floats as number.
 * Merged maps (`<<`) are applied, and a map's own keys win; of two equal keys the later wins. An alias shares the value
 * of its node, so nothing is ever expanded; one without a target is null. A key that is no string is named by its
 * value as JavaScript writes it, or by its first nodes where it is a collection. Linear in the number of nodes, and kept: asked
 * twice for the same node, it answers with the same object.
 */
export function toValue(node: YamlNode, schema: YamlSchema = "core"): YamlPlain {
  const conversion = CONVERSIONS[schema];
  try {
    return convert(node, conversion, 0, true);
  } catch (error) {
    if (!(error instanceof Deep)) throw error;
    for (const target of aliasTargets(node)) convert(target, conversion, 0, true);
    return convert(node, conversion, 0, true);
  }
}

/**
 * Only what can be reached on a second way is `kept`: what an alias or a merge leads to, and what was asked for. Keeping every
 * node would be right too, but a field more on every node costs more than the conversion itself.
 */
function convert(node: YamlNode, conversion: Conversion, depth: number, kept: boolean): YamlPlain {
  if (node.kind === "scalar") return conversion.scalar(node);
  if (node.kind === "alias")
    return node.target === undefined ? null : convert(node.target, conversion, depth, true);
  const keeps = kept || node.anchor !== undefined;
  const known = keeps ? conversion.values.get(node) : undefined;
  if (known !== undefined) return known;
  if (depth > MAX_RECURSION) throw new Deep("aliases lead too deep");
  const value =
    node.kind === "map"
      ? convertMap(node, conversion, depth + 1)
      : convertSequence(node, conversion, depth + 1);
  if (keeps && value !== EMPTY_OBJECT && value !== EMPTY_LIST) conversion.values.set(node, value);
  return value;
}

function convertSequence(node: YamlSequence, conversion: Conversion, depth: number): readonly YamlPlain[] {
  if (node.items.length === 0) return EMPTY_LIST;
  return node.items.map((item) => convert(item, conversion, depth, false));
}

function convertMap(map: YamlMap, conversion: Conversion, depth: number): YamlPlainObject {
  if (map.entries.length === 0) return EMPTY_OBJECT;
  const object: Record<string, YamlPlain> = Object.create(null);
  if (hasMerge(map)) {
    for (const [name, entry] of entryIndex(map)) {
      const value = convert(entry.value, conversion, depth, true);
      if (value !== null || !conversion.dropsNulls) object[name] = value;
    }
    return object;
  }
  for (const entry of map.entries) {
    const value = convert(entry.value, conversion, depth, false);
    const name = entryName(entry);
    if (value !== null || !conversion.dropsNulls) object[name] = value;
    // Of two equal keys the later wins, also where it says nothing.
    else if (name in object) delete object[name];
  }
  return object;
}

/** Every node that an alias reachable from `node` stands for, those that end first coming first. */
function aliasTargets(node: YamlNode): readonly YamlNode[] {
  const targets = new Set<YamlNode>();
  const open: YamlNode[] = [node];
  for (let current = open.pop(); current !== undefined; current = open.pop()) {
    if (current.kind === "map") for (const entry of current.entries) open.push(entry.value);
    else if (current.kind === "sequence") for (const item of current.items) open.push(item);
    else if (current.kind === "alias" && current.target !== undefined && !targets.has(current.target)) {
      targets.add(current.target);
      open.push(current.target);
    }
  }
  // What an alias stands for ends before the alias, so in this order every alias finds its value ready.
  return [...targets].sort((a, b) => a.end - b.end);
}
