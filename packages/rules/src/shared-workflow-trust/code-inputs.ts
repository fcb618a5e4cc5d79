import type { WorkflowStep } from "@plimsoll/syntax";
import { actionName } from "../shared-workflow/action-names.ts";

/** Inputs of actions that are run as code. */
const CODE: ReadonlyMap<string, readonly string[]> = new Map([
  ["actions/github-script", ["script"]],
  ["appleboy/ssh-action", ["script"]],
  ["azure/cli", ["inlinescript"]],
  ["azure/powershell", ["inlinescript"]],
  ["azure/webapps-deploy", ["startup-command"]],
  ["gradle/gradle-build-action", ["arguments"]],
  ["mikefarah/yq", ["cmd"]],
  ["nick-fields/retry", ["command"]],
  ["nick-invision/retry", ["command"]],
  ["jannekem/run-python-script-action", ["script"]],
]);

/** Whether what a step gives for an input is run as code by its action. */
export function isCodeInput({ uses }: WorkflowStep, input: string): boolean {
  const name = actionName(uses);
  return name !== undefined && (CODE.get(name) ?? []).includes(input.toLowerCase());
}
