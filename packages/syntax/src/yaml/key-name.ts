import type { YamlNode } from "./nodes.ts";

/** A collection as a key is named by its first nodes; keys are text in everything that Kubernetes reads. */
const MAX_NODES = 32;
const MAX_TEXT = 64;

/**
 * The name under which a key is known in plain data: a string as it is, another scalar as JavaScript writes its value,
 * a collection as its first nodes in flow style. Constant time.
 */
export function keyName(key: YamlNode): string {
  const node = key.kind === "alias" ? (key.target ?? key) : key;
  if (node.kind !== "scalar") return new CollectionName().of(node);
  return typeof node.value === "string" ? node.value : String(node.value);
}

class CollectionName {
  #left = MAX_NODES;

  of(node: YamlNode): string {
    this.#left -= 1;
    if (this.#left < 0) return "…";
    if (node.kind === "alias") return `*${node.name}`;
    if (node.kind === "scalar") return String(node.value).slice(0, MAX_TEXT);
    if (node.kind === "sequence")
      return `[${node.items
        .slice(0, MAX_NODES)
        .map((item) => this.of(item))
        .join(", ")}]`;
    const entries = node.entries
      .slice(0, MAX_NODES)
      .map((entry) => `${this.of(entry.key)}: ${this.of(entry.value)}`);
    return `{${entries.join(", ")}}`;
  }
}
