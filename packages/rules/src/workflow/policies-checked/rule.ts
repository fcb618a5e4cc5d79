import { defineRule, type WorkspaceRule } from "@plimsoll/core";
import { missing } from "../../shared-workflow-stages/missing.ts";

export const rule: WorkspaceRule = defineRule({
  id: "workflow/policies-checked",
  title: "Images and their configuration are checked against policies",
  severity: "error",
  confidence: "medium",
  surface: "workflow",
  catalogue: ["CI011"],
  aliases: [],
  since: "0.2.0",
  judge: (inventory) => [
    ...missing(inventory, {
      problem: "noScap",
      activities: ["scap"],
      message: "No workflow checks an image against SCAP content, and this one makes the product.",
      where: ["build-image", "push-image"],
      in: "workspace",
    }),
    ...missing(inventory, {
      problem: "noPolicyCheck",
      activities: ["policy-check"],
      message:
        "No workflow checks Dockerfiles or manifests against policies, and this one makes the product.",
      in: "workspace",
    }),
  ],
});
