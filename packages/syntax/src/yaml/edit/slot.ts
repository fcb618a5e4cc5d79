import { hasMerge } from "../merge.ts";
import { getEntry, resolveAlias, type YamlPath } from "../read.ts";
import type { YamlDocument, YamlEntry, YamlMap, YamlNode, YamlSequence } from "../nodes.ts";
import type { YamlPlain } from "../value.ts";
import { nodeAtOffset } from "../walk.ts";

/** The place of a value: what holds it, and what stands there now. */
export interface Slot {
  readonly node: YamlNode;
  /** Undefined for the root. */
  readonly owner: EntryOwner | ItemOwner | undefined;
}

/** A value that belongs to a key. */
export interface EntryOwner {
  readonly kind: "entry";
  readonly map: YamlMap;
  readonly entry: YamlEntry;
}

/** A value that is an item. */
export interface ItemOwner {
  readonly kind: "item";
  readonly sequence: YamlSequence;
  readonly index: number;
}

/** How far a path leads: the last value that exists, and the steps that are left. */
export interface Reached {
  readonly slot: Slot;
  readonly rest: YamlPath;
}

/** True where the value stands inside a flow collection. */
export function isInFlow(slot: Slot): boolean {
  if (slot.owner === undefined) return false;
  return slot.owner.kind === "entry" ? slot.owner.map.flow : slot.owner.sequence.flow;
}

/** The place of a node of the document; undefined where the document does not have it as a value. */
export function slotOf(document: YamlDocument, node: YamlNode): Slot | undefined {
  if (node === document.root) return { node, owner: undefined };
  let parent: YamlNode | undefined;
  for (const step of nodeAtOffset(document, node.start)) {
    if (step.node === node) return makeSlot(node, parent, step);
    parent = step.node;
  }
  return undefined;
}

function makeSlot(
  node: YamlNode,
  parent: YamlNode | undefined,
  step: { readonly entry?: YamlEntry; readonly step?: string | number; readonly part: string },
): Slot | undefined {
  if (parent?.kind === "map" && step.entry !== undefined && step.part === "value") {
    return { node, owner: { kind: "entry", map: parent, entry: step.entry } };
  }
  if (parent?.kind === "sequence" && typeof step.step === "number") {
    return { node, owner: { kind: "item", sequence: parent, index: step.step } };
  }
  return undefined;
}

/** Follows a path as far as it exists, through aliases and merged maps. */
export function follow(document: YamlDocument, start: Slot, path: YamlPath): Reached | undefined {
  let slot = start;
  for (let index = 0; index < path.length; index += 1) {
    const inner = throughAlias(document, slot);
    if (inner === undefined) return undefined;
    const next = childSlot(document, inner.node, path[index]);
    if (next === undefined) return { slot: inner, rest: path.slice(index) };
    slot = next;
  }
  return { slot, rest: [] };
}

function throughAlias(document: YamlDocument, slot: Slot): Slot | undefined {
  if (slot.node.kind !== "alias") return slot;
  const target = resolveAlias(slot.node);
  return target === undefined ? undefined : slotOf(document, target);
}

function childSlot(
  document: YamlDocument,
  node: YamlNode,
  step: string | number | undefined,
): Slot | undefined {
  if (step === undefined) return undefined;
  if (node.kind === "map") return entrySlot(document, node, String(step));
  if (node.kind !== "sequence" || typeof step !== "number") return undefined;
  const item = node.items[step];
  return item === undefined
    ? undefined
    : { node: item, owner: { kind: "item", sequence: node, index: step } };
}

function entrySlot(document: YamlDocument, map: YamlMap, key: string): Slot | undefined {
  const entry = getEntry(map, key);
  if (entry === undefined) return undefined;
  // A merged entry belongs to the map that it stands in.
  if (hasMerge(map) && !map.entries.includes(entry)) return slotOf(document, entry.value);
  return { node: entry.value, owner: { kind: "entry", map, entry } };
}

/** The value inside new parents, one for each step; undefined where an index is not the first of a new sequence. */
export function wrap(path: YamlPath, value: YamlPlain): YamlPlain | undefined {
  let wrapped = value;
  for (const step of path.toReversed()) {
    if (typeof step === "number") {
      if (step !== 0) return undefined;
      wrapped = [wrapped];
    } else wrapped = { [step]: wrapped };
  }
  return wrapped;
}

/** True for null and for an empty collection: a new parent may take its place. */
export function isVacant(node: YamlNode): boolean {
  if (node.kind === "map") return node.entries.length === 0;
  if (node.kind === "sequence") return node.items.length === 0;
  return node.kind === "scalar" && node.value === null;
}
