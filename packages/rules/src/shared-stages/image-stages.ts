import { neededStages, stageChain, type Dockerfile, type Instruction, type Stage } from "@plimsoll/syntax";

/** A stage whose configuration becomes that of an image. */
export interface ImageStage {
  readonly stage: Stage;
  readonly instructions: readonly Instruction[];
  /** True where SHELL in it, or in a stage that it builds on, says which shell runs. */
  readonly hasShell: boolean;
}

/**
 * The stages that become an image or its base: those of the result, and those that the result does not need, which are targets of
 * their own. Left out are the stages that are only copied from: their CMD, ENTRYPOINT and the like reach no image.
 */
export function imageStages(file: Dockerfile): readonly ImageStage[] {
  const needed = neededStages(file);
  const wanted = new Set<Stage>();
  for (const stage of file.stages) {
    const isResult = stage === file.stages.at(-1);
    if (!isResult && needed.has(stage)) continue;
    for (const one of stageChain(stage)) {
      // Whatever stands below a stage that was seen was seen with it.
      if (wanted.has(one)) break;
      wanted.add(one);
    }
  }
  const shells = new Set<Stage>();
  const stages: ImageStage[] = [];
  for (const stage of file.stages) {
    const { instructions, base } = stage;
    const inherited = base.kind === "stage" && shells.has(base.stage);
    const hasShell = inherited || instructions.some(({ keyword }) => keyword === "SHELL");
    if (hasShell) shells.add(stage);
    if (wanted.has(stage)) stages.push({ stage, instructions, hasShell });
  }
  return stages;
}
