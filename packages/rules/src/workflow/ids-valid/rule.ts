import { defineRule, type WorkflowRule } from "@plimsoll/core";
import type { WorkflowStep } from "@plimsoll/syntax";

interface Data {
  readonly id: string;
}

export const rule: WorkflowRule<Data> = defineRule<Data>({
  id: "workflow/ids-valid",
  title: "Ids of jobs and steps have the form that expressions can name, once each",
  severity: "error",
  confidence: "high",
  surface: "workflow",
  catalogue: ["CI015"],
  aliases: ["actionlint:id"],
  since: "0.2.0",
  *checkWorkflow(file) {
    if (file.kind === "action") {
      yield* ofSteps(file.action.steps);
      return;
    }
    for (const job of file.workflow.jobs) {
      if (!isId(job.id)) yield { problem: "form", at: job.at, data: { id: job.id } };
      yield* ofSteps(job.steps);
    }
  },
  message: ({ problem, data: { id } }) =>
    problem === "form"
      ? `"${id}" is no id: it starts with a letter or _ and goes on with letters, digits, - and _.`
      : `Another step has the id "${id}" too.`,
});

function* ofSteps(steps: readonly WorkflowStep[]) {
  const seen = new Set<string>();
  const nodes = new Set<unknown>();
  for (const { id } of steps) {
    if (id === undefined || id.text === "" || nodes.has(id.node)) continue;
    nodes.add(id.node);
    const at = { start: id.start, end: id.end };
    const lower = id.text.toLowerCase();
    if (!isId(id.text)) yield { problem: "form", at, data: { id: id.text } };
    else if (seen.has(lower)) yield { problem: "twice", at, data: { id: id.text } };
    seen.add(lower);
  }
}

function isId(text: string): boolean {
  return /^[A-Za-z_][\w-]*$/.test(text);
}
