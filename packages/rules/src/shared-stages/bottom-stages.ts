import type { Dockerfile, Stage } from "@plimsoll/syntax";
import { fileMemo } from "../shared-facts/file-memo.ts";

/** For each stage of a file, by its number, the stage below it that starts from an image from outside or from scratch. */
export const bottomStages: (file: Dockerfile) => readonly Stage[] = fileMemo((file) => {
  const bottoms: Stage[] = [];
  for (const stage of file.stages) {
    // A stage only builds on one that stands before it.
    bottoms.push((stage.base.kind === "stage" ? bottoms[stage.base.stage.index] : undefined) ?? stage);
  }
  return bottoms;
});
