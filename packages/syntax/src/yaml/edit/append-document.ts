import type { TextEdit } from "../../source/text-edit.ts";
import type { YamlDocument } from "../nodes.ts";
import type { YamlPlain } from "../value.ts";
import { layoutOf } from "./geometry.ts";
import { renderBlock } from "./render.ts";

/**
 * Puts a new document behind this one, laid out as this one is. None where this one is malformed, is written in flow style
 * (as JSON files are), or ends with a `...` line.
 */
export function appendDocument(document: YamlDocument, value: YamlPlain): readonly TextEdit[] {
  const { root, text } = document;
  if (document.problems.length > 0 || root?.kind !== "map" || root.flow) return [];
  if (/(?:^|\n)\.\.\.[ \t]*(?:\r?\n)?$/.test(text.slice(-20))) return [];
  const layout = layoutOf(document);
  const isOpen = !text.endsWith("\n") && !text.endsWith("\r");
  const newText = `${isOpen ? layout.eol : ""}---${layout.eol}${renderBlock(value, 0, layout)}${layout.eol}`;
  return [{ start: text.length, end: text.length, newText }];
}
