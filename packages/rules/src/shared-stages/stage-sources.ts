import {
  flagValue,
  fromSource,
  mountOption,
  mountsOf,
  type Dockerfile,
  type FromSource,
  type Instruction,
  type Span,
  type Stage,
} from "@plimsoll/syntax";
import { fileMemo } from "../shared-facts/file-memo.ts";

/** A `--from` of COPY, or `from` of a mount, and what it names. */
export interface StageSource {
  /** The stage in which it stands. */
  readonly stage: Stage;
  readonly instruction: Instruction;
  readonly kind: "copy" | "mount";
  readonly text: string;
  /** The value and nothing else. */
  readonly at: Span;
  readonly source: FromSource;
}

/** Every place where a stage takes files of another stage or image, in the order of the text. */
export const stageSources: (file: Dockerfile) => readonly StageSource[] = fileMemo((file) => {
  const sources: StageSource[] = [];
  for (const stage of file.stages) {
    for (const written of stage.instructions) {
      const instruction = written.trigger ?? written;
      if (instruction.keyword === "COPY") addCopy(file, stage, instruction, sources);
      if (instruction.keyword === "RUN") addMounts(file, stage, instruction, sources);
    }
  }
  return sources;
});

function addCopy(file: Dockerfile, stage: Stage, instruction: Instruction, sources: StageSource[]): void {
  const flag = instruction.flags.find(({ name }) => name === "from");
  const text = flag === undefined ? undefined : flagValue(flag, file.escape);
  if (flag?.value === undefined || text === undefined || text === "") return;
  const source = fromSource(file, text);
  sources.push({ stage, instruction, kind: "copy", text, at: flag.value, source });
}

function addMounts(file: Dockerfile, stage: Stage, instruction: Instruction, sources: StageSource[]): void {
  for (const mount of mountsOf(instruction)) {
    const from = mountOption(mount, "from");
    if (from?.value === undefined || from.value === "" || from.valueSpan === undefined) continue;
    const source = fromSource(file, from.value, false);
    sources.push({ stage, instruction, kind: "mount", text: from.value, at: from.valueSpan, source });
  }
}
