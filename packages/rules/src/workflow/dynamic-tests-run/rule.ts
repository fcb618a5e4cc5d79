import { defineRule, type WorkspaceRule } from "@plimsoll/core";
import { missing } from "../../shared-workflow-stages/missing.ts";

export const rule: WorkspaceRule = defineRule({
  id: "workflow/dynamic-tests-run",
  title: "The running application is tested from outside",
  severity: "warning",
  confidence: "medium",
  surface: "workflow",
  catalogue: ["CI005"],
  aliases: [],
  since: "0.2.0",
  judge: (inventory) =>
    missing(inventory, {
      problem: "noDynamicTest",
      activities: ["dast"],
      message: "No workflow tests the running application from outside, and this one makes the product.",
      where: ["build-image", "deploy"],
      in: "workspace",
    }),
});
