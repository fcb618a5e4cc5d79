import {
  attached,
  finalStage,
  stageChain,
  type Dockerfile,
  type Instruction,
  type Span,
  type Stage,
} from "@plimsoll/syntax";

/** The stages that make up the resulting image: those that it is built from with `FROM`, base first. */
export interface FinalImage {
  readonly stage: Stage;
  readonly chain: readonly Stage[];
  /** The stage that starts from an image from outside, or from scratch. */
  readonly bottom: Stage;
  /** The instructions of the chain in the order in which they take effect; FROM left out. */
  readonly instructions: readonly Instruction[];
}

const MEMO = attached<Dockerfile, FinalImage>();

/**
 * The resulting image of a file, or undefined where it has no FROM. Stages that are only copied from do not belong to it:
 * their users, packages and ports do not reach it.
 */
export function finalImage(file: Dockerfile): FinalImage | undefined {
  const known = MEMO.get(file);
  if (known !== undefined) return known;
  const stage = finalStage(file);
  if (stage === undefined) return undefined;
  const chain = stageChain(stage).toReversed();
  const instructions = chain.flatMap((one) => one.instructions);
  const image = { stage, chain, bottom: chain[0] ?? stage, instructions };
  MEMO.set(file, image);
  return image;
}

/** The instructions of that keyword which shape the resulting image, in order. */
export function finalInstructions(file: Dockerfile, keyword: string): readonly Instruction[] {
  return finalImage(file)?.instructions.filter((instruction) => instruction.keyword === keyword) ?? [];
}

/** The last instruction of that keyword, the one that counts for USER, CMD, ENTRYPOINT and HEALTHCHECK. */
export function lastOf(file: Dockerfile, keyword: string): Instruction | undefined {
  return finalImage(file)?.instructions.findLast((instruction) => instruction.keyword === keyword);
}

/** Where a finding about a whole stage stands: its image, or FROM itself where that is missing. */
export function placeOfStage({ image, from }: Stage): Span {
  return image.end > image.start ? image : from.keywordSpan;
}
