import type { YamlDocument } from "../nodes.ts";
import type { YamlPlain } from "../value.ts";
import { renderBlock } from "./render.ts";

/**
 * The offset in a document's text at which another document can be put by inserting {@link renderCompanion}: behind its last
 * line, before the line's end. Undefined where the document is malformed, is written in flow style (as JSON files are), has
 * Windows line ends, ends with a `...` line or may end with a block scalar that keeps its line ends.
 */
export function companionOffset(document: YamlDocument): number | undefined {
  const { root, text } = document;
  if (document.problems.length > 0 || root?.kind !== "map" || root.flow) return undefined;
  if (text.includes("\r") || text.includes("|+") || text.includes(">+")) return undefined;
  let end = text.length;
  while (end > 0 && text.charAt(end - 1) === "\n") end -= 1;
  const lastLine = text.slice(text.lastIndexOf("\n", end - 1) + 1, end);
  return lastLine.startsWith("...") ? undefined : end;
}

/** The text that, put at {@link companionOffset}, makes a document of its own behind the one there. */
export function renderCompanion(value: YamlPlain): string {
  return `\n---\n${renderBlock(value, 0, { eol: "\n", step: 2, sequenceStep: 2 })}`;
}
