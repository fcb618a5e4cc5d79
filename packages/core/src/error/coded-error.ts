/** How a {@link CodedError} is made. */
export interface CodedErrorInit {
  /** Closed union per package, `area/what`, such as `config/unknown-rule`. */
  readonly code: string;
  /** What went wrong, with file, line and cause where there is one. */
  readonly message: string;
  /** What the user can do next, as one sentence. */
  readonly nextStep: string;
  readonly cause?: unknown;
}

/** The one base of every failure that a user can meet: a stable code, what went wrong, and what to do next. */
export class CodedError extends Error {
  override readonly name: string = "CodedError";
  readonly code: string;
  readonly nextStep: string;

  constructor(init: CodedErrorInit) {
    super(init.message, init.cause === undefined ? undefined : { cause: init.cause });
    this.code = init.code;
    this.nextStep = init.nextStep;
  }
}
