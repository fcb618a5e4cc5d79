/** Why a part of the real suites cannot be brought up, with a code and the next step, for people and CI logs. */
export class SetUpFailure extends Error {
  readonly code: string;
  readonly nextStep: string;

  constructor(code: string, message: string, nextStep: string) {
    super(message);
    this.name = "SetUpFailure";
    this.code = code;
    this.nextStep = nextStep;
  }
}

/** What a person reads when a set-up failed. */
export function explain(error: unknown): string {
  if (error instanceof SetUpFailure) return `${error.code}: ${error.message}\n  ${error.nextStep}`;
  return `real/crash: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
