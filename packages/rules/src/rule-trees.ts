import type { CelTree, CelTrees } from "@plimsoll/core";
import { treeLines } from "./trees.generated.ts";

/** JSON of the trees by JSON of the texts. */
let trees: ReadonlyMap<string, string> | undefined;

/** The conditions of our CEL rules as they were parsed when they were generated. */
export const ruleTrees: CelTrees = (text) => {
  trees ??= new Map(
    treeLines.split("\n").map((line) => {
      const tab = line.indexOf("\t");
      return [line.slice(0, tab), line.slice(tab + 1)] as const;
    }),
  );
  const json = trees.get(JSON.stringify(text));
  if (json === undefined) return undefined;
  const tree: CelTree = JSON.parse(json);
  return tree;
};
