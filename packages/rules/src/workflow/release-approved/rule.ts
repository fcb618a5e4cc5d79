import { activitiesBefore, activitiesOf, defineRule, type Stage, type WorkspaceRule } from "@plimsoll/core";

export const rule: WorkspaceRule = defineRule({
  id: "workflow/release-approved",
  title: "A release rests on a decision that is recorded",
  severity: "warning",
  confidence: "medium",
  surface: "workflow",
  catalogue: ["CI016"],
  aliases: [],
  since: "0.2.0",
  *judge(inventory) {
    const pipeline = inventory.pipeline();
    const seen = new Set<Stage>();
    for (const found of activitiesOf(pipeline, ["release", "copy-image", "promote", "deploy"])) {
      const { stage, activity } = found;
      if (seen.has(stage) || stage.environment !== undefined) continue;
      const isDecided = activitiesBefore(pipeline, found).some((one) => one.activity === "release-gate");
      if (isDecided) continue;
      seen.add(stage);
      yield {
        problem: "noDecision",
        message: `${stage.name} hands on what was built, and nothing records a decision to do so.`,
        file: activity.file,
        at: activity.range,
        subject: stage.id,
      };
    }
  },
});
