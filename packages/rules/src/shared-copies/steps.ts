import type { Dockerfile } from "@plimsoll/syntax";
import { copyStep, type CopyStep } from "./sources.ts";

/** Every COPY and ADD of the file, those that ONBUILD holds included. */
export function* copySteps(file: Dockerfile): Iterable<CopyStep & { readonly fromStage: boolean }> {
  for (const written of file.instructions) {
    const instruction = written.trigger ?? written;
    if (instruction.keyword !== "COPY" && instruction.keyword !== "ADD") continue;
    const fromStage = instruction.flags.some(({ name }) => name === "from");
    yield { ...copyStep(file, instruction), fromStage };
  }
}
