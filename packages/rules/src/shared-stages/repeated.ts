import { removeInstruction, type Dockerfile, type Instruction, type TextEdit } from "@plimsoll/syntax";

/** An instruction that a later one of the same stage makes void. */
export interface Overridden {
  readonly instruction: Instruction;
  readonly last: Instruction;
}

/** The instructions of a keyword of which only the last in its stage counts, that last one left out. */
export function* overridden(file: Dockerfile, keyword: string): Iterable<Overridden> {
  for (const { instructions } of file.stages) {
    const same = instructions.filter((instruction) => instruction.keyword === keyword);
    const last = same.at(-1);
    if (last === undefined) continue;
    for (const instruction of same.slice(0, -1)) yield { instruction, last };
  }
}

/** Takes the lines of an instruction away; undefined where a comment stands between them, which would go too. */
export function removal(file: Dockerfile, instruction: Instruction): TextEdit | undefined {
  const { extent } = instruction;
  const commented = file.comments.some(({ start }) => start >= extent.start && start < extent.end);
  return commented ? undefined : removeInstruction(file, instruction);
}
