import type { InputSpecs, InputsOf } from "../inputs/input-spec.ts";
import type { Environment } from "../inputs/read-inputs.ts";
import type { RunCommand } from "../process/run-command.ts";
import type { Secrets } from "../text/secrets.ts";
import type { ActionLog } from "./action-log.ts";

/** What an action says: `error` is no verdict, it could not look. */
export type ActionResult = "pass" | "fail" | "error";

/** What came of an action. */
export interface ActionOutcome<Output extends string> {
  readonly result: ActionResult;
  /** Why, in one sentence; may hold foreign text. */
  readonly message: string;
  /** Values of outputs; those that are absent are not set. `result` is set by the kit. */
  readonly outputs: Readonly<Partial<Record<Exclude<Output, "result">, string>>>;
  /** Markdown for the job's summary. Foreign text in it went through `markdownText` or `markdownCode`. */
  readonly summary: string;
}

/** The world of an action, so that a test can stand in for it. */
export interface ActionPorts {
  readonly environment: Environment;
  readonly log: ActionLog;
  readonly secrets: Secrets;
  readonly runCommand: RunCommand;
  /** Requests by HTTP. */
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** An action: its inputs as `action.yml` has them, and what it does. */
export interface ActionDefinition<Specs extends InputSpecs, Output extends string> {
  readonly inputs: Specs;
  readonly run: (inputs: InputsOf<Specs>, ports: ActionPorts) => Promise<ActionOutcome<Output>>;
}
