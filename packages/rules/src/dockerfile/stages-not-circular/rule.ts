import { defineRule, type DockerfileRule } from "@plimsoll/core";
import type { Dockerfile } from "@plimsoll/syntax";
import { stageSources } from "../../shared-stages/stage-sources.ts";

/** The most references to stages further down that are followed; a file has none or one. */
const MAX_FORWARD = 50;

/** For each stage the numbers of the stages that it needs. */
function needs(file: Dockerfile): readonly (readonly number[])[] {
  const needed: number[][] = file.stages.map(({ base }) => (base.kind === "stage" ? [base.stage.index] : []));
  for (const { stage, source } of stageSources(file)) {
    if (source.kind === "stage") needed[stage.index]?.push(source.stage.index);
  }
  return needed;
}

function reaches(needed: readonly (readonly number[])[], from: number, wanted: number): boolean {
  const seen = new Set<number>();
  const queue = [from];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    if (at === wanted) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    queue.push(...(needed[at] ?? []));
  }
  return false;
}

export const rule: DockerfileRule<string> = defineRule({
  id: "dockerfile/stages-not-circular",
  title: "No stage needs itself through others",
  severity: "error",
  confidence: "high",
  surface: "dockerfile",
  catalogue: [],
  aliases: [],
  since: "0.1.0",
  *check(file) {
    // Every circle holds a reference to a stage further down: FROM and earlier stages only lead upwards.
    const forward = stageSources(file).filter(
      ({ stage, source }) => source.kind === "stage" && source.stage.index > stage.index,
    );
    if (forward.length === 0) return;
    const needed = needs(file);
    for (const { stage, source, at, text } of forward.slice(0, MAX_FORWARD)) {
      if (source.kind !== "stage" || !reaches(needed, source.stage.index, stage.index)) continue;
      yield { problem: "circular", at, data: text };
    }
  },
  message: ({ data }) =>
    `Stage "${data}" is needed here and needs this stage itself, so neither can be built.`,
});
