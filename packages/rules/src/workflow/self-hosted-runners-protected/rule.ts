import { defineRule, type WorkflowRule } from "@plimsoll/core";
import { jobsOf } from "../../shared-workflow/places.ts";
import { askedLabels } from "../../shared-workflow/runner-labels.ts";
import { isSelfHosted } from "../../shared-workflow/runner-table.ts";
import { forkTriggers } from "../../shared-workflow-trust/triggers.ts";

interface Data {
  readonly event: string;
  readonly label: string;
}

export const rule: WorkflowRule<Data> = defineRule<Data>({
  id: "workflow/self-hosted-runners-protected",
  title: "Own runners run nothing that a fork sends",
  severity: "warning",
  confidence: "low",
  surface: "workflow",
  catalogue: ["CI014"],
  aliases: ["zizmor:self-hosted-runner"],
  since: "0.2.0",
  *checkWorkflow(file) {
    const [trigger] = forkTriggers(file);
    if (trigger === undefined) return;
    for (const job of jobsOf(file)) {
      const own = askedLabels(job).find(({ scalar }) => isSelfHosted(scalar.text));
      if (own === undefined) continue;
      const { start, end, text } = own.scalar;
      yield {
        problem: "exposed",
        at: { start, end },
        related: [{ at: trigger.at, message: "Forks cause this event." }],
        data: { event: trigger.event, label: text },
      };
    }
  },
  message: ({ data: { event, label } }) =>
    `The runner "${label}" is one's own, and ${event} lets code of forks run on it where the repository is public.`,
});
