import { activitiesOf, defineRule, type WorkspaceRule } from "@plimsoll/core";

export const rule: WorkspaceRule = defineRule({
  id: "workflow/rescans-scheduled",
  title: "Published images are scanned again by the clock",
  severity: "warning",
  confidence: "medium",
  surface: "workflow",
  catalogue: ["CI021"],
  aliases: [],
  since: "0.2.0",
  *judge(inventory) {
    const pipeline = inventory.pipeline();
    const [pushed] = activitiesOf(pipeline, ["push-image", "copy-image"]);
    if (pushed === undefined) return;
    const isRescanned = activitiesOf(pipeline, ["image-scan"]).some(({ flow }) =>
      flow.triggers.some(({ text }) => text === "schedule"),
    );
    if (isRescanned) return;
    const { file, range } = pushed.activity;
    yield {
      problem: "notRescanned",
      message: "The image is published here, and no workflow scans it again by the clock.",
      file,
      at: range,
      subject: "rescan",
    };
  },
});
