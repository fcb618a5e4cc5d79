import type { WorkflowFile } from "@plimsoll/core";
import type { UsesReference, WorkflowJob, WorkflowStep } from "@plimsoll/syntax";

/** A step with the job that it belongs to; a step of a composite action has none. */
export interface PlacedStep {
  readonly step: WorkflowStep;
  readonly job: WorkflowJob | undefined;
  /** Steps of the same job or action. */
  readonly among: readonly WorkflowStep[];
}

/** The jobs of a workflow; an action has none. */
export function jobsOf(file: WorkflowFile): readonly WorkflowJob[] {
  return file.kind === "workflow" ? file.workflow.jobs : [];
}

/** All steps of a workflow or a composite action. */
export function stepsOf(file: WorkflowFile): readonly PlacedStep[] {
  if (file.kind === "action")
    return file.action.steps.map((step) => ({ step, job: undefined, among: file.action.steps }));
  return file.workflow.jobs.flatMap((job) => job.steps.map((step) => ({ step, job, among: job.steps })));
}

/** Everything that `uses:` names, by steps and by jobs that call a workflow. */
export function usesOf(file: WorkflowFile): readonly UsesReference[] {
  const called = jobsOf(file).map(({ uses }) => uses);
  const used = stepsOf(file).map(({ step }) => step.uses);
  return [...called, ...used].filter((uses) => uses !== undefined);
}
