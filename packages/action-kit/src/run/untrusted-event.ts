import { ActionFailure } from "../failure/action-failure.ts";
import type { Environment } from "../inputs/read-inputs.ts";

/**
 * Refuses to go on where the workflow runs code of strangers with the rights of the repository.
 * @throws ActionFailure `event/untrusted`
 */
export function refuseUntrustedEvent(environment: Environment): void {
  if (environment["GITHUB_EVENT_NAME"] !== "pull_request_target") return;
  throw new ActionFailure({
    code: "event/untrusted",
    message:
      "The workflow was started by pull_request_target, where a stranger's files meet the repository's secrets.",
    nextStep: "Start the workflow by pull_request, push or workflow_dispatch.",
  });
}
