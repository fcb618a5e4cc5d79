import { defineRule, type WorkspaceRule } from "@plimsoll/core";
import { missing } from "../../shared-workflow-stages/missing.ts";

export const rule: WorkspaceRule = defineRule({
  id: "workflow/unit-tests-run",
  title: "Unit tests run",
  severity: "error",
  confidence: "medium",
  surface: "workflow",
  catalogue: ["CI006"],
  aliases: [],
  since: "0.2.0",
  judge: (inventory) =>
    missing(inventory, {
      problem: "noUnitTests",
      activities: ["unit-test", "test-report"],
      message: "No workflow runs unit tests, and this one makes the product.",
      in: "workspace",
    }),
});
