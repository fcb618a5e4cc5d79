import type { WorkflowFile } from "@plimsoll/core";
import type { WorkflowTrigger } from "@plimsoll/syntax";

/** Events that anyone can cause and that run with the secrets and the token of the repository. */
const PRIVILEGED: ReadonlySet<string> = new Set(["pull_request_target", "workflow_run", "issue_comment"]);

/** Events of pull requests, which forks send. */
const OF_FORKS: ReadonlySet<string> = new Set([
  "pull_request",
  "pull_request_target",
  "pull_request_review",
  "pull_request_review_comment",
]);

export function privilegedTriggers(file: WorkflowFile): readonly WorkflowTrigger[] {
  return triggersIn(file, PRIVILEGED);
}

export function forkTriggers(file: WorkflowFile): readonly WorkflowTrigger[] {
  return triggersIn(file, OF_FORKS);
}

function triggersIn(file: WorkflowFile, events: ReadonlySet<string>): readonly WorkflowTrigger[] {
  return file.kind === "workflow" ? file.workflow.triggers.filter(({ event }) => events.has(event)) : [];
}
