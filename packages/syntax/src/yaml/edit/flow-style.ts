import { isBlank, isBreak } from "../char-codes.ts";
import type { YamlDocument, YamlEntry, YamlNode } from "../nodes.ts";
import type { FlowStyle } from "./render.ts";
import type { Slot } from "./slot.ts";

/** How flow text around a place is written: by the first key of the collection or of the root, and by its first colon. */
export function flowStyleOf(document: YamlDocument, slot: Slot): FlowStyle {
  const { owner } = slot;
  if (owner?.kind === "entry") return styleOfEntry(document, owner.map.entries[0]);
  return collectionStyle(document, owner?.sequence ?? slot.node);
}

/** How a flow collection is written; an empty one or a sequence as the document's root is. */
export function collectionStyle(document: YamlDocument, node: YamlNode): FlowStyle {
  const map = node.kind === "map" && node.entries.length > 0 ? node : document.root;
  if (map?.kind === "map" && map.flow) return styleOfEntry(document, map.entries[0]);
  const first = node.kind === "sequence" ? node.items[0] : undefined;
  if (first?.kind === "map" && first.flow) return styleOfEntry(document, first.entries[0]);
  return { json: first?.kind === "scalar" && first.style === "double", compact: false };
}

function styleOfEntry(document: YamlDocument, entry: YamlEntry | undefined): FlowStyle {
  if (entry === undefined) return { json: true, compact: false };
  const { key, value } = entry;
  const json = key.kind === "scalar" && key.style === "double";
  const before = document.text.charCodeAt(value.start - 1);
  return { json, compact: json && value.end > value.start && !isBlank(before) && !isBreak(before) };
}
