import type { InputSpecs } from "../inputs/input-spec.ts";
import { inputVariable } from "../inputs/read-inputs.ts";
import type { Command, CommandOutcome } from "../process/run-command.ts";
import type { Annotation } from "../run/action-log.ts";
import type { ActionDefinition } from "../run/action.ts";
import { performAction } from "../run/perform-action.ts";

/** A step in a test: inputs by the names in `action.yml`, and what stands in for the world. */
export interface FakeStep {
  readonly inputs: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
  /** Milliseconds since 1970. */
  readonly now?: number;
  /** Answers the programs that the action starts; without it none may be started. */
  readonly runCommand?: (command: Command) => Promise<CommandOutcome>;
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
}

/** All that a step said to its runner. */
export interface StepRecord {
  readonly outputs: ReadonlyMap<string, string>;
  readonly lines: readonly string[];
  readonly annotations: readonly Annotation[];
  readonly summary: string;
  /** The message with which the step failed; undefined where it did not. */
  readonly failure: string | undefined;
  readonly masks: readonly string[];
  readonly commands: readonly Command[];
}

/** Runs an action as a runner does, and writes down what it says. */
export async function performInTest<Specs extends InputSpecs, Output extends string>(
  definition: ActionDefinition<Specs, Output>,
  step: FakeStep,
): Promise<StepRecord> {
  const outputs = new Map<string, string>();
  const [lines, masks, commands]: [string[], string[], Command[]] = [[], [], []];
  const annotations: Annotation[] = [];
  let summary = "";
  let failure: string | undefined;
  const inputs = Object.entries(step.inputs).map(([name, value]) => [inputVariable(name), value]);
  await performAction(definition, {
    environment: { ...step.environment, ...Object.fromEntries(inputs) },
    runCommand: (command) => {
      commands.push(command);
      return step.runCommand?.(command) ?? Promise.reject(new Error(`${command.program} in a test`));
    },
    fetch: (url, init) => step.fetch?.(url, init) ?? Promise.reject(new Error(`${url} in a test`)),
    now: () => step.now ?? 0,
    writeLine: (line) => lines.push(line),
    annotate: (annotation) => annotations.push(annotation),
    startGroup: (title) => lines.push(title),
    endGroup: () => undefined,
    mask: (secret) => masks.push(secret),
    setOutput: (name, value) => outputs.set(name, value),
    writeSummary: (markdown) => {
      summary += markdown;
      return Promise.resolve();
    },
    fail: (message) => {
      failure = message;
    },
  });
  return { outputs, lines, annotations, summary, failure, masks, commands };
}
