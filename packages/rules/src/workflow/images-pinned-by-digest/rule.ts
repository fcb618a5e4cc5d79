import { defineRule, type WorkflowRule } from "@plimsoll/core";
import { workflowImages } from "../../shared-workflow/workflow-images.ts";

export const rule: WorkflowRule<string> = defineRule<string>({
  id: "workflow/images-pinned-by-digest",
  title: "Images of jobs, services and steps are pinned by digest",
  severity: "warning",
  confidence: "high",
  surface: "workflow",
  catalogue: ["CI012", "CI018"],
  aliases: ["zizmor:unpinned-images"],
  since: "0.2.0",
  *checkWorkflow(file) {
    for (const { text, at, reference } of workflowImages(file)) {
      if (reference === undefined || reference.digest !== undefined) continue;
      const isLatest = reference.tag === undefined || reference.tag === "latest";
      yield {
        problem: isLatest ? "anyVersion" : "tagOnly",
        at,
        severity: isLatest ? "error" : "warning",
        data: text,
      };
    }
  },
  message: ({ problem, data }) =>
    problem === "anyVersion"
      ? `The image "${data}" is whatever was pushed last.`
      : `The tag of "${data}" can be moved to another image; add the digest.`,
});
