import { defineRule, type WorkspaceRule } from "@plimsoll/core";
import { missing } from "../../shared-workflow-stages/missing.ts";

export const rule: WorkspaceRule = defineRule({
  id: "workflow/secrets-scanned",
  title: "The source is scanned for secrets",
  severity: "warning",
  confidence: "medium",
  surface: "workflow",
  catalogue: ["CI007"],
  aliases: [],
  since: "0.2.0",
  judge: (inventory) =>
    missing(inventory, {
      problem: "noSecretScan",
      activities: ["secret-scan"],
      message: "No workflow looks for secrets in the source, and this one makes the product.",
      in: "workspace",
    }),
});
