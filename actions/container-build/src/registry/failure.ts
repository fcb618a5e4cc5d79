import { ActionFailure } from "@plimsoll/action-kit";

/** A registry does not do what it should. */
export function registryFailure(
  registry: string,
  what: string,
  nextStep: string,
  cause?: unknown,
): ActionFailure {
  return new ActionFailure({ code: "build/registry", message: `${registry}: ${what}.`, nextStep, cause });
}
