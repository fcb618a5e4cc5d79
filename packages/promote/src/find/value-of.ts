import { asMap, asSequence, getEntry, type YamlNode } from "@plimsoll/syntax";

/** The value of a key as it stands, so that an alias is known to be one; undefined where the node is no map or lacks the key. */
export function valueOf(node: YamlNode | undefined, key: string): YamlNode | undefined {
  const map = asMap(node);
  return map === undefined ? undefined : getEntry(map, key)?.value;
}

/** The items of a sequence as they stand; none where the node is something else. */
export function itemsOf(node: YamlNode | undefined): readonly YamlNode[] {
  return asSequence(node)?.items ?? [];
}
