import { defineRule, type WorkspaceRule } from "@plimsoll/core";
import { missing } from "../../shared-workflow-stages/missing.ts";

export const rule: WorkspaceRule = defineRule({
  id: "workflow/source-analysed",
  title: "The source is analysed for flaws",
  severity: "error",
  confidence: "high",
  surface: "workflow",
  catalogue: ["CI004"],
  aliases: [],
  since: "0.2.0",
  judge: (inventory) =>
    missing(inventory, {
      problem: "noAnalysis",
      activities: ["sast"],
      message: "No workflow analyses the source for flaws, and this one makes the product.",
      in: "workspace",
    }),
});
