import { resolvePlain, resolveTagged } from "./core-schema.ts";
import type { YamlNode, YamlScalar, YamlScalarStyle } from "./nodes.ts";
import type { Properties } from "./properties.ts";
import type { Reader } from "./reader.ts";

/** A scalar as it was read, before its value is decided. */
export interface ScalarSource {
  readonly style: YamlScalarStyle;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Builds a scalar without properties; only a plain one can be anything but its text. */
export function makeScalar(source: ScalarSource): YamlScalar {
  const { style, start, end, text } = source;
  const value = style === "plain" ? resolvePlain(text) : text;
  return { kind: "scalar", start, end, style, value, text };
}

/** The scalar that stands where a value is missing. */
export function emptyScalar(at: number): YamlScalar {
  return { kind: "scalar", start: at, end: at, style: "empty", value: null, text: "" };
}

/** The node with the anchor and tag that stand before it; aliases know the anchor from here on. */
export function applyProperties(
  reader: Reader,
  node: YamlNode,
  properties: Properties | undefined,
): YamlNode {
  if (properties === undefined) return node;
  if (node.kind === "alias") {
    reader.problem(
      "yaml/alias-with-properties",
      properties.start,
      node.end,
      "An alias cannot have an anchor or a tag of its own.",
    );
    return node;
  }
  const { anchor, tag } = properties;
  const named = anchor === undefined ? node : { ...node, anchor };
  const full = tag === undefined ? named : withTag(named, tag);
  // An anchor of the same name inside this node is the later one, and stays.
  if (anchor !== undefined && reader.anchors.get(anchor) === null) reader.anchors.set(anchor, full);
  return full;
}

function withTag(node: YamlNode, tag: string): YamlNode {
  if (node.kind !== "scalar") return { ...node, tag };
  return { ...node, tag, value: resolveTagged(tag, node.text, node.value) };
}
