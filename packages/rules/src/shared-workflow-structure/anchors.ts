import { walkYaml, type Span, type YamlDocument, type YamlNode } from "@plimsoll/syntax";

/** Anchors that no alias stands for, each at its name. */
export function unusedAnchors(document: YamlDocument): readonly (Span & { readonly name: string })[] {
  const anchored: YamlNode[] = [];
  const used = new Set<YamlNode>();
  if (!document.text.includes("&")) return [];
  walkYaml(document.root, (node) => {
    if (node.kind === "alias") {
      if (node.target !== undefined) used.add(node.target);
    } else if (node.anchor !== undefined) anchored.push(node);
  });
  return anchored.flatMap((node) => {
    const name = node.kind === "alias" ? undefined : node.anchor;
    return name === undefined || used.has(node) ? [] : [{ name, ...placeOf(document, node, name) }];
  });
}

/** The anchor stands before its node, at most a tag and blanks away. */
function placeOf(document: YamlDocument, node: YamlNode, name: string): Span {
  const start = document.text.lastIndexOf(`&${name}`, node.start);
  return start === -1 ? { start: node.start, end: node.start } : { start, end: start + name.length + 1 };
}
