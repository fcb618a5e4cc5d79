import { defineRule, type WorkspaceRule } from "@plimsoll/core";
import { missing } from "../../shared-workflow-stages/missing.ts";

export const rule: WorkspaceRule = defineRule({
  id: "workflow/bill-of-materials-made",
  title: "Every image that is pushed has a bill of materials",
  severity: "error",
  confidence: "high",
  surface: "workflow",
  catalogue: ["CI008"],
  aliases: ["checkov:CKV_GHA_6"],
  since: "0.2.0",
  judge: (inventory) =>
    missing(inventory, {
      problem: "noBillOfMaterials",
      activities: ["sbom"],
      message: "The image is pushed, and nothing makes a bill of its materials.",
      where: ["push-image"],
      in: "workflow",
    }),
});
