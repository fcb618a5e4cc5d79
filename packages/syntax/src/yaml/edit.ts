// Stand-in by the lead until the YAML helper's edits land (uncommitted; overwrite it).
import type { TextEdit } from "../source/text-edit.ts";
import type { YamlDocument, YamlNode } from "./nodes.ts";

export function setValue(
  _document: YamlDocument,
  _node: YamlNode,
  _path: readonly (string | number)[],
  _value: unknown,
): readonly TextEdit[] {
  return [];
}
export function removeAt(
  _document: YamlDocument,
  _node: YamlNode,
  _path: readonly (string | number)[],
): readonly TextEdit[] {
  return [];
}
