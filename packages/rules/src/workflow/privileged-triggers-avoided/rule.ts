import { defineRule, type WorkflowRule } from "@plimsoll/core";
import { privilegedTriggers } from "../../shared-workflow-trust/triggers.ts";

export const rule: WorkflowRule<string> = defineRule<string>({
  id: "workflow/privileged-triggers-avoided",
  title: "No workflow with secrets starts for anyone",
  severity: "warning",
  confidence: "medium",
  surface: "workflow",
  catalogue: ["CI014"],
  aliases: ["zizmor:dangerous-triggers"],
  since: "0.2.0",
  *checkWorkflow(file) {
    for (const { event, at } of privilegedTriggers(file)) {
      if (event !== "issue_comment") yield { problem: "privileged", at, data: event };
    }
  },
  message: ({ data: event }) =>
    `Anyone can cause ${event}, and it runs with the repository's token and secrets.`,
});
