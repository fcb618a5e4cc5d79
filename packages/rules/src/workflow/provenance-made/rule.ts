import { defineRule, type WorkspaceRule } from "@plimsoll/core";
import { missing } from "../../shared-workflow-stages/missing.ts";

export const rule: WorkspaceRule = defineRule({
  id: "workflow/provenance-made",
  title: "Every image that is pushed has a statement of its provenance",
  severity: "warning",
  confidence: "medium",
  surface: "workflow",
  catalogue: ["CI010"],
  aliases: [],
  since: "0.2.0",
  judge: (inventory) =>
    missing(inventory, {
      problem: "noProvenance",
      activities: ["provenance"],
      message: "The image is pushed, and nothing states how it was built.",
      where: ["push-image"],
      in: "workflow",
    }),
});
