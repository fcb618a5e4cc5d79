import {
  asMap,
  asSequence,
  getEntry,
  getNode,
  nodeAtOffset,
  resolveAlias,
  scalarText,
  type Span,
  type YamlDocument,
  type YamlNode,
} from "@plimsoll/syntax";

/** A step into a tree that finds its way in another version of the same object: a key, or an item by its name, text or index. */
export type TreeStep =
  | { readonly key: string }
  | { readonly index: number; readonly name: string | undefined; readonly text: string | undefined };

/** The way to a place of an object, and what stands there. */
export interface TreePath {
  readonly steps: readonly TreeStep[];
  /** True where the place is the key of the last step, not its value. */
  readonly onKey: boolean;
  /** True where that key is the first of a list's item: it stands for the whole item, and another version may start with another key. */
  readonly onItem: boolean;
  /** Text of the scalar at the place; undefined for maps, sequences and null. */
  readonly text: string | undefined;
}

/** The path to the node of a document that a span covers, or else to the innermost node at its start. */
export function treePathAt(document: YamlDocument, span: Span): TreePath {
  const steps: TreeStep[] = [];
  let onKey = false;
  let onItem = false;
  let item: YamlNode | undefined;
  let last: YamlNode | undefined = document.root;
  for (const { node, part, step } of nodeAtOffset(document, span.start)) {
    if (step !== undefined) {
      onKey = part === "key";
      onItem = onKey && item?.start === node.start;
      item = part === "item" ? node : undefined;
      steps.push(part === "item" ? itemStep(Number(step), node) : { key: String(step) });
      last = node;
    }
    if (node.start === span.start && node.end === span.end) break;
  }
  return { steps, onKey, onItem, text: onKey ? undefined : scalarText(last) };
}

function itemStep(index: number, node: YamlNode): TreeStep {
  return { index, name: nameOf(node), text: scalarText(node) };
}

/** What stands at a path of another tree: the span of its last key or of its value. */
export interface FoundNode {
  readonly node: YamlNode;
  readonly keySpan: Span | undefined;
}

/** Follows a path in another tree as far as it goes. */
export function followPath(
  root: YamlNode | undefined,
  path: TreePath,
): { readonly found: FoundNode | undefined; readonly depth: number } {
  let node = resolveAlias(root);
  let keySpan: Span | undefined;
  let depth = 0;
  for (const step of path.steps) {
    const next: FoundNode | undefined = node === undefined ? undefined : child(node, step);
    if (next === undefined) break;
    node = resolveAlias(next.node);
    keySpan = next.keySpan;
    depth += 1;
  }
  return { found: node === undefined ? undefined : { node, keySpan }, depth };
}

function child(node: YamlNode, step: TreeStep): FoundNode | undefined {
  if ("key" in step) {
    const map = asMap(node);
    const entry = map === undefined ? undefined : getEntry(map, step.key);
    return entry === undefined ? undefined : { node: entry.value, keySpan: entry.key };
  }
  const item = (asSequence(node)?.items ?? []).find((each, index) => isSameItem(each, index, step));
  return item === undefined ? undefined : { node: item, keySpan: undefined };
}

/** Items are the same by their name, else by their text, else by their number. */
function isSameItem(item: YamlNode, index: number, step: Extract<TreeStep, { index: number }>): boolean {
  if (step.name !== undefined) return nameOf(item) === step.name;
  return step.text === undefined ? index === step.index : scalarText(item) === step.text;
}

function nameOf(node: YamlNode): string | undefined {
  return scalarText(getNode(node, ["name"]));
}

/** A JSON pointer's steps as keys, for patches that name their place by one. */
export function pointerSteps(path: TreePath): readonly string[] {
  return path.steps.map((step) => ("key" in step ? step.key : String(step.index)));
}
