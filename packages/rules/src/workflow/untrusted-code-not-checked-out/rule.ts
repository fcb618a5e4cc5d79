import { defineRule, type WorkflowRule } from "@plimsoll/core";
import { asScalar, type ShellCommand, type Span, type WorkflowStep } from "@plimsoll/syntax";
import { actionName } from "../../shared-workflow/action-names.ts";
import { scriptsOf } from "../../shared-workflow/scripts.ts";
import { stepsOf } from "../../shared-workflow/places.ts";
import { privilegedTriggers } from "../../shared-workflow-trust/triggers.ts";

interface Data {
  readonly event: string;
}

/** Parts of expressions that name the code of who caused the event. */
const HEADS = [
  "github.event.pull_request.head",
  "github.head_ref",
  "github.event.workflow_run.head",
  "github.event.pull_request.merge_commit_sha",
  "refs/pull/",
];

export const rule: WorkflowRule<Data> = defineRule<Data>({
  id: "workflow/untrusted-code-not-checked-out",
  title: "Code of others is not checked out where secrets are at hand",
  severity: "error",
  confidence: "high",
  surface: "workflow",
  catalogue: ["CI014"],
  aliases: ["zizmor:dangerous-triggers"],
  since: "0.2.0",
  *checkWorkflow(file) {
    const [trigger] = privilegedTriggers(file);
    if (trigger === undefined) return;
    const data = { event: trigger.event };
    const related = [{ at: trigger.at, message: "This event runs with the repository's token and secrets." }];
    for (const { step } of stepsOf(file)) {
      const at = headInput(step);
      if (at !== undefined) yield { problem: "checkout", at, related, data };
    }
    for (const { script } of scriptsOf(file)) {
      for (const command of script.commands) {
        const at = commandCheckout(command);
        if (at !== undefined) yield { problem: "checkout", at, related, data };
      }
    }
  },
  message: ({ data: { event } }) =>
    `The code of whoever causes ${event} is checked out here, beside the repository's token and secrets.`,
});

/** `gh pr checkout`. */
function commandCheckout({ name, words: [first, second] }: ShellCommand): Span | undefined {
  const isCheckout = name?.literal === "gh" && first?.literal === "pr" && second?.literal === "checkout";
  return isCheckout && name !== undefined ? { start: name.start, end: second?.end ?? name.end } : undefined;
}

/** The input of a checkout that names the head. */
function headInput({
  uses,
  with: given,
}: WorkflowStep): { readonly start: number; readonly end: number } | undefined {
  if (actionName(uses) !== "actions/checkout") return undefined;
  for (const { name, value } of given) {
    const scalar = asScalar(value);
    if ((name !== "ref" && name !== "repository") || scalar === undefined) continue;
    const text = scalar.text.toLowerCase();
    if (HEADS.some((head) => text.includes(head))) return { start: scalar.start, end: scalar.end };
  }
  return undefined;
}
