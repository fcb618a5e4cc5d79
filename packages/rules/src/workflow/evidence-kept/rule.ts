import { activitiesOf, defineRule, type Flow, type WorkspaceRule } from "@plimsoll/core";
import { joinedFlows } from "../../shared-workflow-stages/missing.ts";

export const rule: WorkspaceRule = defineRule({
  id: "workflow/evidence-kept",
  title: "Reports of checks are kept, and long enough",
  severity: "warning",
  confidence: "medium",
  surface: "workflow",
  catalogue: ["CI019"],
  aliases: [],
  since: "0.2.0",
  options: {
    minimumDays: {
      description: "Days that artifacts with evidence must be kept where the workflow says how long.",
      schema: { type: "integer", minimum: 1 },
      default: 90,
    },
  },
  *judge(inventory, { options }) {
    const pipeline = inventory.pipeline();
    const minimum = Number(options["minimumDays"]);
    const kept = activitiesOf(pipeline, ["keep-evidence", "test-report"]);
    const keeping = new Set<Flow>(kept.map(({ flow }) => flow));
    const seen = new Set<Flow>();
    for (const { flow, activity } of activitiesOf(pipeline, [
      "image-scan",
      "scap",
      "sast",
      "dast",
      "unit-test",
    ])) {
      if (seen.has(flow) || joinedFlows(pipeline, flow).some((one) => keeping.has(one))) continue;
      seen.add(flow);
      yield {
        problem: "notKept",
        message: "The workflow checks here and keeps no report, so nothing proves later what was found.",
        file: activity.file,
        at: activity.range,
        subject: "reports",
      };
    }
    for (const { activity } of kept) {
      const { retentionDays, file, range } = activity;
      if (retentionDays === undefined || retentionDays >= minimum) continue;
      yield {
        problem: "tooShort",
        message: `What is uploaded is kept for ${retentionDays} days; evidence is kept for at least ${minimum}.`,
        file,
        at: range,
        subject: "retention",
      };
    }
  },
});
