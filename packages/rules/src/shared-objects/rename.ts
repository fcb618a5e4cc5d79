import type { Part, ProposedFix } from "@plimsoll/core";
import { getNode, removeAt, renameKey } from "@plimsoll/syntax";
import { oneFix } from "./fixes.ts";

/** Gives a key of a part its new name, or takes it out where the new name is there already. */
export function renameInPart(part: Part, name: string, newName: string): readonly ProposedFix[] {
  const { document } = part.resource.document;
  const path = [...part.path, name];
  const hasBoth = getNode(part.node, [newName]) !== undefined;
  return hasBoth
    ? oneFix(`Remove ${name}`, "safe", removeAt(document, part.resource.node, path))
    : oneFix(`Rename to ${newName}`, "safe", renameKey(document, part.resource.node, path, newName));
}
