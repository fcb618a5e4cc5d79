import type { CelTree, CelTrees } from "@plimsoll/core";
import { treesJson } from "./trees.generated.ts";

let trees: ReadonlyMap<string, CelTree> | undefined;

/** The conditions of our CEL rules as they were parsed when they were generated. */
export const ruleTrees: CelTrees = (text) => {
  if (trees === undefined) {
    const read: Readonly<Record<string, CelTree>> = JSON.parse(treesJson);
    trees = new Map(Object.entries(read));
  }
  return trees.get(text);
};
