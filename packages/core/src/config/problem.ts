import type { Range } from "@plimsoll/syntax";
import { CodedError } from "../error/coded-error.ts";

/** One thing that is wrong with a file that a user writes for Plimsoll, at its exact place. */
export interface ConfigurationProblem {
  /** Stable, `<area>/<what>`, such as `config/unknown-key` or `waivers/bad-date`. */
  readonly code: string;
  readonly file: string;
  /** Absent where the problem is the file itself: it is missing, or it came from the command line. */
  readonly range?: Range;
  readonly message: string;
  /** What the user can do, as one sentence. */
  readonly nextStep: string;
}

/**
 * Files that do not hold together. Carries every problem of every file that was read, so that they can be corrected in one go.
 * Its message has one line a problem: `<file>:<line>:<column>: <message> <next step>`; its code is that of the first.
 */
export class ConfigurationError extends CodedError {
  override readonly name: string = "ConfigurationError";
  readonly problems: readonly ConfigurationProblem[];

  constructor(problems: readonly ConfigurationProblem[]) {
    const [first] = problems;
    super({
      code: first?.code ?? "config/invalid",
      message: problems.map(wordProblem).join("\n"),
      nextStep: first?.nextStep ?? "Correct the configuration.",
    });
    this.problems = problems;
  }
}

/** A problem as one line: place and message. */
export function wordProblem(problem: ConfigurationProblem): string {
  const { range } = problem;
  const place =
    range === undefined ? problem.file : `${problem.file}:${range.start.line}:${range.start.column}`;
  return `${place}: ${problem.message}`;
}
