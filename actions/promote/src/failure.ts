import { ActionFailure } from "@plimsoll/action-kit";

/** Something is wrong with what the action was given. */
export function inputFailure(message: string, nextStep: string): ActionFailure {
  return new ActionFailure({ code: "promote/input", message, nextStep });
}
