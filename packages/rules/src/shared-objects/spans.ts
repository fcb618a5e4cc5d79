import {
  getEntry,
  getNode,
  asMap,
  scalarText,
  type Span,
  type YamlNode,
  type YamlPath,
} from "@plimsoll/syntax";

/** A short span that shows a node: a scalar of one line whole, a collection in block style by its first key or item. */
export function shortSpan(node: YamlNode): Span {
  if (node.kind === "map" && !node.flow) return node.entries[0]?.key ?? node;
  if (node.kind === "sequence" && !node.flow) return node.items[0] ?? node;
  return node;
}

/** The key at a path, or the key of the nearest parent that exists; the node itself where there is none. */
export function keySpan(root: YamlNode, path: YamlPath): Span {
  let span: Span = shortSpan(root);
  let current: YamlNode | undefined = root;
  for (const step of path) {
    const map = asMap(current);
    const entry = map === undefined ? undefined : getEntry(map, String(step));
    current = entry?.value ?? getNode(current, [step]);
    if (current === undefined) break;
    span = entry?.key ?? shortSpan(current);
  }
  return span;
}

/** The place of an object's name, or of its kind. */
export function nameSpan(root: YamlNode): Span {
  return getNode(root, ["metadata", "name"]) ?? getNode(root, ["kind"]) ?? shortSpan(root);
}

/** The span of a scalar where it stands on one line, else that of its key. */
export function valueSpan(root: YamlNode, path: YamlPath): Span {
  const node = getNode(root, path);
  const isBlock = node?.kind === "scalar" && (node.style === "literal" || node.style === "folded");
  if (node === undefined || isBlock || node.kind !== "scalar" || (scalarText(node) ?? "").includes("\n"))
    return keySpan(root, path);
  return node;
}
