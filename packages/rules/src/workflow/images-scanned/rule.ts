import { defineRule, type WorkspaceRule } from "@plimsoll/core";
import { missing } from "../../shared-workflow-stages/missing.ts";

export const rule: WorkspaceRule = defineRule({
  id: "workflow/images-scanned",
  title: "Every image that is built is scanned for vulnerabilities",
  severity: "error",
  confidence: "high",
  surface: "workflow",
  catalogue: ["CI001"],
  aliases: [],
  since: "0.2.0",
  judge: (inventory) =>
    missing(inventory, {
      problem: "notScanned",
      activities: ["image-scan"],
      message: "The image is built here, and no step of the pipeline scans it.",
      where: ["build-image"],
      in: "workflow",
    }),
});
