import { defineRule, type WorkflowRule } from "@plimsoll/core";
import type { WorkflowJob, WorkflowText } from "@plimsoll/syntax";

interface Data {
  readonly job: string;
  readonly need: string;
}

export const rule: WorkflowRule<Data> = defineRule<Data>({
  id: "workflow/needs-resolve",
  title: "Jobs wait for jobs that exist, and not for each other",
  severity: "error",
  confidence: "high",
  surface: "workflow",
  catalogue: ["CI015"],
  aliases: ["actionlint:job-needs"],
  since: "0.2.0",
  *checkWorkflow(file) {
    if (file.kind !== "workflow") return;
    const byId = new Map(file.workflow.jobs.map((job) => [job.id.toLowerCase(), job]));
    for (const job of file.workflow.jobs) {
      const seen = new Set<string>();
      for (const need of job.needs) {
        const id = need.text.toLowerCase();
        const data = { job: job.id, need: need.text };
        if (seen.has(id)) yield { problem: "twice", at: place(need), severity: "warning", data };
        else if (!byId.has(id)) yield { problem: "unknown", at: place(need), data };
        seen.add(id);
      }
    }
    for (const job of jobsInCycle(byId))
      yield { problem: "cycle", at: job.at, data: { job: job.id, need: job.id } };
  },
  message: ({ problem, data: { job, need } }) => {
    if (problem === "unknown") return `Job ${job} waits for "${need}", which is no job of this workflow.`;
    if (problem === "twice") return `Job ${job} names "${need}" twice.`;
    return `Job ${job} waits for itself through the jobs that it needs.`;
  },
});

function place({ start, end }: WorkflowText): { readonly start: number; readonly end: number } {
  return { start, end };
}

/** The first job of each circle; a walk without recursion, linear in the needs. */
function jobsInCycle(byId: ReadonlyMap<string, WorkflowJob>): readonly WorkflowJob[] {
  const state = new Map<WorkflowJob, "open" | "done">();
  const found: WorkflowJob[] = [];
  for (const start of byId.values()) {
    if (state.has(start)) continue;
    const stack = [{ job: start, next: 0 }];
    state.set(start, "open");
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const need = top.job.needs[top.next];
      top.next += 1;
      if (need === undefined) {
        state.set(top.job, "done");
        stack.pop();
        continue;
      }
      const needed = byId.get(need.text.toLowerCase());
      if (needed === undefined) continue;
      if (state.get(needed) === "open" && !found.includes(needed)) found.push(needed);
      if (state.has(needed)) continue;
      state.set(needed, "open");
      stack.push({ job: needed, next: 0 });
    }
  }
  return found;
}
