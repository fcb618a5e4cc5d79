import { resolveWord, type Dockerfile, type Instruction } from "@plimsoll/syntax";
import { fileMemo } from "../shared-facts/file-memo.ts";
import { cleanPath, isAbsolutePath } from "./system-folders.ts";

/** What is known of the folder that an instruction works in. */
export type WorkingFolder =
  | { readonly kind: "known"; readonly path: string }
  /** A WORKDIR says it, with a variable that is not known. */
  | { readonly kind: "unknown" }
  /** No WORKDIR stands above: the folder is that of the base image, or `/` for scratch. */
  | { readonly kind: "inherited"; readonly scratch: boolean };

/** A folder and the number of the instruction from which on it holds. */
interface Change {
  readonly index: number;
  readonly folder: WorkingFolder;
}

/** The folder that an instruction works in, by the WORKDIR above it in its stage and in the stages that this one builds on. */
export function workingFolder(file: Dockerfile, instruction: Instruction): WorkingFolder {
  const changes = stageFolders(file)[instruction.stage] ?? [];
  let low = 0;
  let high = changes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((changes[middle]?.index ?? 0) < instruction.index) low = middle + 1;
    else high = middle;
  }
  return changes[low - 1]?.folder ?? { kind: "inherited", scratch: false };
}

const stageFolders = fileMemo(readStages);

function readStages(file: Dockerfile): readonly (readonly Change[])[] {
  const stages: Change[][] = [];
  for (const stage of file.stages) {
    const { base } = stage;
    const parent = base.kind === "stage" ? stages[base.stage.index]?.at(-1)?.folder : undefined;
    let folder: WorkingFolder = parent ?? { kind: "inherited", scratch: base.kind === "scratch" };
    const changes: Change[] = [{ index: -1, folder }];
    for (const instruction of stage.instructions) {
      if (instruction.keyword !== "WORKDIR") continue;
      folder = entered(folder, resolveWord(file, instruction, instruction.body));
      changes.push({ index: instruction.index, folder });
    }
    stages.push(changes);
  }
  return stages;
}

function entered(
  from: WorkingFolder,
  { text, unresolved }: { text: string; unresolved: readonly string[] },
): WorkingFolder {
  if (unresolved.length > 0 || text === "") return { kind: "unknown" };
  if (isAbsolutePath(text)) return { kind: "known", path: text };
  if (from.kind === "known" && from.path.startsWith("/"))
    return { kind: "known", path: cleanPath(`${from.path}/${text}`) };
  if (from.kind === "inherited" && from.scratch) return { kind: "known", path: cleanPath(`/${text}`) };
  return { kind: "unknown" };
}
