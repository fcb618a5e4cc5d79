import type { Execution, ExecutionOutcome } from "../process/execute.ts";

/** What a program that is not there prints and returns. */
export interface FakeRun {
  readonly status?: number;
  readonly stdout?: string;
  readonly stderr?: string;
}

/** Stands in for programs: answers each run, and remembers what was run. */
export class FakePrograms {
  readonly runs: Execution[] = [];
  readonly #answer: (execution: Execution) => FakeRun | ExecutionOutcome;

  constructor(answer: (execution: Execution) => FakeRun | ExecutionOutcome) {
    this.#answer = answer;
  }

  readonly execute = (execution: Execution): Promise<ExecutionOutcome> => {
    this.runs.push(execution);
    const answer = this.#answer(execution);
    if ("kind" in answer) return Promise.resolve(answer);
    const { status = 0, stdout = "", stderr = "" } = answer;
    return Promise.resolve({ kind: "exited", status, stdout: Buffer.from(stdout), stderr });
  };
}
