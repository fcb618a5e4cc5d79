import { tellFailure } from "../failure/action-failure.ts";
import type { InputSpecs } from "../inputs/input-spec.ts";
import { readInputs, secretInputs } from "../inputs/read-inputs.ts";
import { markdownText } from "../text/markdown.ts";
import { Secrets } from "../text/secrets.ts";
import { makeLog, type ActionLog, type LogHost } from "./action-log.ts";
import type { ActionDefinition, ActionPorts, ActionResult } from "./action.ts";

/** The runner, as far as an action speaks to it. */
export interface ActionHost extends LogHost, Omit<ActionPorts, "log" | "secrets"> {
  readonly mask: (secret: string) => void;
  readonly setOutput: (name: string, value: string) => void;
  readonly writeSummary: (markdown: string) => Promise<void>;
  /** Makes the step fail, with a message. */
  readonly fail: (message: string) => void;
}

/** Results that make the step fail, by the input `fail-on`. */
const FAILING: Readonly<Record<string, readonly ActionResult[]>> = {
  fail: ["fail", "error"],
  error: ["error"],
  never: [],
};

/** GitHub takes 1 MiB of a step's summary; more and it shows none of it. */
const MAXIMUM_SUMMARY_BYTES = 1024 * 1024 - 1024;

/** Runs an action once: masks secrets, reads inputs, runs, sets outputs, writes the summary, and fails the step where it must. */
export async function performAction<Specs extends InputSpecs, Output extends string>(
  definition: ActionDefinition<Specs, Output>,
  host: ActionHost,
): Promise<void> {
  const secrets = new Secrets(host.mask);
  for (const secret of secretInputs(definition.inputs, host.environment)) secrets.add(secret);
  const log = makeLog(host, secrets);
  // What is wrong with an input is told even where nobody knows whether it should fail the step.
  let settings: FinalSettings = { failOn: "fail", summary: true };
  const finish = (ending: Ending): Promise<void> => end({ ending, settings, secrets, host, log });
  try {
    const inputs = readInputs(definition.inputs, host.environment);
    settings = finalSettings(inputs);
    const { environment, runCommand, fetch, now } = host;
    const ports: ActionPorts = { environment, runCommand, fetch, now, log, secrets };
    await finish(await definition.run(inputs, ports));
  } catch (error) {
    const { code, message, nextStep } = tellFailure(error);
    const told = `${message} ${nextStep}`;
    const summary = `**error** ${markdownText(secrets.redact(code))}: ${markdownText(secrets.redact(told))}\n`;
    await finish({ result: "error", message: `${code}: ${told}`, outputs: {}, summary });
  }
}

interface Ending {
  readonly result: ActionResult;
  readonly message: string;
  readonly outputs: Readonly<Record<string, string | undefined>>;
  readonly summary: string;
}

interface FinalSettings {
  readonly failOn: string;
  readonly summary: boolean;
}

/** The inputs that all actions have. */
function finalSettings(inputs: object): FinalSettings {
  const failOn = "failOn" in inputs && typeof inputs.failOn === "string" ? inputs.failOn : "fail";
  return { failOn, summary: !("summary" in inputs) || inputs.summary !== false };
}

interface EndRequest {
  readonly ending: Ending;
  readonly settings: FinalSettings;
  readonly secrets: Secrets;
  readonly host: ActionHost;
  readonly log: ActionLog;
}

async function end({ ending, settings, secrets, host, log }: EndRequest): Promise<void> {
  const { result, message, outputs } = ending;
  for (const [name, value] of Object.entries(outputs)) {
    // A secret in an output would be dropped by the runner without a word; ours says what was there.
    if (value !== undefined) host.setOutput(name, secrets.redact(value));
  }
  host.setOutput("result", result);
  if (settings.summary) await host.writeSummary(shortened(secrets.redact(ending.summary)));
  const failing = FAILING[settings.failOn] ?? FAILING["fail"] ?? [];
  const told = secrets.redact(`${result}: ${message}`);
  if (failing.includes(result)) host.fail(told);
  else if (result === "pass") log.info(told);
  else log.warning(told);
}

function shortened(markdown: string): string {
  const bytes = Buffer.from(markdown);
  if (bytes.length <= MAXIMUM_SUMMARY_BYTES) return markdown;
  const kept = bytes.subarray(0, MAXIMUM_SUMMARY_BYTES).toString("utf8");
  // Whole lines only: half a table row or half a character would spoil what follows.
  return `${kept.slice(0, kept.lastIndexOf("\n"))}\n\nThe rest does not fit into a summary.\n`;
}
