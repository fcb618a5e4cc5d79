import { defineRule, type WorkspaceRule } from "@plimsoll/core";
import { missing } from "../../shared-workflow-stages/missing.ts";

export const rule: WorkspaceRule = defineRule({
  id: "workflow/images-signed",
  title: "Every image that is pushed is signed",
  severity: "error",
  confidence: "high",
  surface: "workflow",
  catalogue: ["CI009"],
  aliases: ["checkov:CKV_GHA_5"],
  since: "0.2.0",
  judge: (inventory) =>
    missing(inventory, {
      problem: "notSigned",
      activities: ["sign"],
      message: "The image is pushed, and nothing signs it.",
      where: ["push-image"],
      in: "workflow",
    }),
});
