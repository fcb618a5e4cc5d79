import { defineRule, isCheck, weaknessWords, type Stage, type WorkspaceRule } from "@plimsoll/core";
import { pipelineActivity } from "@plimsoll/model/pipeline";

/** Phases whose stages hand something on. */
const HANDING_ON: ReadonlySet<string> = new Set(["release", "deliver", "deploy"]);

export const rule: WorkspaceRule = defineRule({
  id: "workflow/checks-can-fail",
  title: "A check of the pipeline can stop it",
  severity: "error",
  confidence: "high",
  surface: "workflow",
  catalogue: ["CI003"],
  aliases: [],
  since: "0.2.0",
  *judge(inventory) {
    for (const { stages } of inventory.pipeline().flows) {
      for (const stage of stages) {
        yield* weakChecks(stage);
        yield* heedless(stage);
      }
    }
  },
});

function* weakChecks({ activities }: Stage) {
  for (const { activity, engine, weaknesses = [], file, range } of activities) {
    if (!isCheck(activity)) continue;
    const { title } = pipelineActivity(activity);
    const name = engine === undefined ? title : `${title} (${engine})`;
    for (const { why, range: at } of weaknesses) {
      yield {
        problem: "cannotFail",
        message: `${name} cannot stop the pipeline: ${weaknessWords(why)}.`,
        file,
        at,
        subject: `${activity} ${why}`,
        related: [{ file, range, message: "This is the check." }],
      };
    }
  }
}

/** A stage that hands something on although a check before it failed. */
function* heedless({ condition, ignoresFailure, phase, needs, file, name }: Stage) {
  const handsOn = phase !== undefined && HANDING_ON.has(phase);
  if (!handsOn || !ignoresFailure || condition === undefined || needs.length === 0) return;
  // Its own condition may ask for the result itself.
  if (condition.text.includes(".result") || condition.text.includes("success()")) return;
  yield {
    problem: "heedless",
    message: `${name} runs although a stage before it failed.`,
    file,
    at: condition.range,
    subject: name,
  };
}
