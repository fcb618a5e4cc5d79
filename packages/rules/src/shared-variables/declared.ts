import type { Dockerfile, Instruction, Stage } from "@plimsoll/syntax";
import { fileMemo } from "../shared-facts/file-memo.ts";

/** For each stage, by name, the number of the first ARG or ENV that declares it. */
type Declarations = readonly ReadonlyMap<string, number>[];

/** How many stages below are looked through; what more of them declare is not known, so any name may be. */
const MAX_DEPTH = 200;

/** True where ARG or ENV above an instruction declares a variable, in its stage or in the stages that this one builds on. */
export function isDeclaredAbove(file: Dockerfile, instruction: Instruction, name: string): boolean {
  const declarations = declarationsOf(file);
  const own = declarations[instruction.stage]?.get(name);
  if (own !== undefined && own < instruction.index) return true;
  let at: Stage | undefined = below(file.stages[instruction.stage]);
  for (let depth = 0; at !== undefined; depth += 1) {
    if (depth === MAX_DEPTH || declarations[at.index]?.has(name) === true) return true;
    at = below(at);
  }
  return false;
}

/** The names that ARG and ENV of a stage and of the stages that it builds on declare, wherever they stand. */
export function declaredNames(file: Dockerfile, stage: Stage | undefined): ReadonlySet<string> {
  const names = new Set<string>();
  for (let at = stage; at !== undefined; at = below(at)) {
    for (const name of declarationsOf(file)[at.index]?.keys() ?? []) names.add(name);
  }
  return names;
}

/** The names that ARG instructions before the first FROM declare. */
export const globalArguments: (file: Dockerfile) => ReadonlySet<string> = fileMemo(
  (file) => new Set(file.globalArgs.flatMap(({ pairs }) => pairs.map(({ key }) => key))),
);

function below(stage: Stage | undefined): Stage | undefined {
  return stage?.base.kind === "stage" ? stage.base.stage : undefined;
}

const declarationsOf: (file: Dockerfile) => Declarations = fileMemo((file) =>
  file.stages.map(({ instructions }) => {
    const names = new Map<string, number>();
    for (const { keyword, pairs, index } of instructions) {
      if (keyword !== "ARG" && keyword !== "ENV") continue;
      for (const { key } of pairs) if (!names.has(key)) names.set(key, index);
    }
    return names;
  }),
);
