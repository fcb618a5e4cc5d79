import { defineRule, type WorkflowRule } from "@plimsoll/core";
import { jobsOf } from "../../shared-workflow/places.ts";
import { matrixProblems, type MatrixProblem } from "../../shared-workflow-structure/matrix-problems.ts";

type Data = Pick<MatrixProblem, "code" | "name">;

export const rule: WorkflowRule<Data> = defineRule<Data>({
  id: "workflow/matrix-consistent",
  title: "A matrix has no value twice, and excludes what it has",
  severity: "warning",
  confidence: "high",
  surface: "workflow",
  catalogue: ["CI015"],
  aliases: ["actionlint:matrix"],
  since: "0.2.0",
  *checkWorkflow(file) {
    for (const job of jobsOf(file)) {
      for (const { code, at, name } of matrixProblems(job)) yield { problem: code, at, data: { code, name } };
    }
  },
  message: ({ data: { code, name } }) => {
    if (code === "twice") return `The value ${name} stands in this row before, so the same job runs twice.`;
    if (code === "noRow") return `The matrix has no row "${name}", so this excludes nothing.`;
    return `The row has no value ${name}, so this excludes nothing.`;
  },
});
