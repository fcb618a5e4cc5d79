import type { Span } from "../source/span.ts";
import type { YamlDocument, YamlEntry, YamlNode } from "./nodes.ts";
import { entryName, type YamlPath } from "./read.ts";

/** A walk visits at most this many nodes unless told otherwise. */
const WALK_LIMIT = 1_000_000;

/**
 * Called with each node and its path; returns false to leave out what the node holds. The path is reused: copy what
 * is kept.
 */
export type YamlVisit = (node: YamlNode, path: YamlPath) => boolean | undefined | void;

/**
 * Visits a node and every value inside it once, in the order of the text. Aliases are visited as they stand and not
 * followed; keys are seen through their map. Returns false where the limit ended the walk early.
 */
export function walkYaml(root: YamlNode | undefined, visit: YamlVisit, limit: number = WALK_LIMIT): boolean {
  if (root === undefined) return true;
  const path: (string | number)[] = [];
  let left = limit;
  const walk = (node: YamlNode): boolean => {
    left -= 1;
    if (left < 0) return false;
    if (visit(node, path) === false) return true;
    if (node.kind === "map") return node.entries.every((entry) => step(entryName(entry), entry.value));
    return node.kind !== "sequence" || node.items.every((item, index) => step(index, item));
  };
  const step = (key: string | number, node: YamlNode): boolean => {
    path.push(key);
    const goesOn = walk(node);
    path.pop();
    return goesOn;
  };
  return walk(root);
}

/** One node on the way from the root to an offset. */
export interface YamlStep {
  readonly node: YamlNode;
  /** `key` where the node is the key of `entry`. */
  readonly part: "root" | "key" | "value" | "item";
  /** The entry whose key or value the node is. */
  readonly entry?: YamlEntry;
  /** The entry's name or the item's index. */
  readonly step?: string | number;
}

/**
 * The nodes that hold an offset of the document's text, from the root inwards; a node holds its start, its end and what
 * lies between. Empty where not even the root holds it. Binary search in every collection.
 */
export function nodeAtOffset(document: YamlDocument, offset: number): readonly YamlStep[] {
  const steps: YamlStep[] = [];
  let next: YamlStep | undefined =
    document.root === undefined ? undefined : { node: document.root, part: "root" };
  while (next !== undefined && next.node.start <= offset && offset <= next.node.end) {
    steps.push(next);
    next = stepInto(next.node, offset);
  }
  return steps;
}

function stepInto(node: YamlNode, offset: number): YamlStep | undefined {
  if (node.kind === "map") {
    const entry = node.entries[lastBefore(node.entries, offset)];
    if (entry === undefined) return undefined;
    const step = entryName(entry);
    const part = offset <= entry.key.end ? "key" : "value";
    return { node: part === "key" ? entry.key : entry.value, part, entry, step };
  }
  if (node.kind !== "sequence") return undefined;
  const index = lastBefore(node.items, offset);
  const item = node.items[index];
  return item === undefined ? undefined : { node: item, part: "item", step: index };
}

/** Index of the last of the spans, which are in the order of the text, that starts at or before the offset; or -1. */
function lastBefore(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const span = spans[middle];
    if (span !== undefined && span.start <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
