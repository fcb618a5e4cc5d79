import { defineRule, type WorkflowRule } from "@plimsoll/core";
import { trustOf } from "../../shared-images/image-trust.ts";
import { workflowImages } from "../../shared-workflow/workflow-images.ts";

export const rule: WorkflowRule<string> = defineRule<string>({
  id: "workflow/images-from-approved-source",
  title: "Images of the pipeline come from an approved source",
  severity: "warning",
  confidence: "high",
  surface: "workflow",
  catalogue: ["CI018"],
  aliases: [],
  since: "0.2.0",
  *checkWorkflow(file, { images }) {
    for (const { text, at, reference } of workflowImages(file)) {
      if (reference === undefined) continue;
      const trust = trustOf(reference, images);
      if (trust === "trusted") continue;
      yield {
        problem: trust === "not-approved" ? "notApproved" : "notHardened",
        at,
        severity: trust === "not-approved" ? "warning" : "info",
        data: text,
      };
    }
  },
  message: ({ problem, data }) =>
    problem === "notApproved"
      ? `The image "${data}" comes from a source that is not approved.`
      : `The image "${data}" is approved, but not hardened.`,
});
