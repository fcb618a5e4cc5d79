/** How an {@link ActionFailure} is made. */
export interface ActionFailureInit {
  /** Stable, `area/what`, such as `input/invalid`. */
  readonly code: string;
  /** What went wrong. Never holds a secret. */
  readonly message: string;
  /** What the user can do next, as one sentence. */
  readonly nextStep: string;
  readonly cause?: unknown;
}

/** A failure of a tool, an input or the machine. The action then has the result `error`: it is no verdict on what it looked at. */
export class ActionFailure extends Error {
  override readonly name: string = "ActionFailure";
  readonly code: string;
  readonly nextStep: string;

  constructor(init: ActionFailureInit) {
    super(init.message, init.cause === undefined ? undefined : { cause: init.cause });
    this.code = init.code;
    this.nextStep = init.nextStep;
  }
}

/** A failure as it is told: code, what went wrong, next step. */
export interface ToldFailure {
  readonly code: string;
  readonly message: string;
  readonly nextStep: string;
}

/** What to tell of anything that was thrown. Failures of other packages have the same members; all else is a crash. */
export function tellFailure(error: unknown): ToldFailure {
  if (error instanceof Error && "code" in error && "nextStep" in error) {
    const { code, nextStep, message } = error;
    if (typeof code === "string" && typeof nextStep === "string") return { code, message, nextStep };
  }
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return {
    code: "action/crashed",
    message: `The action crashed (${message.slice(0, 500)}).`,
    nextStep: "Please report it with the log of the step.",
  };
}
