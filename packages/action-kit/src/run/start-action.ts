import * as core from "@actions/core";
import type { InputSpecs } from "../inputs/input-spec.ts";
import { runCommand, stopCommands } from "../process/run-command.ts";
import { safeText } from "../text/safe-text.ts";
import type { Annotation } from "./action-log.ts";
import type { ActionDefinition } from "./action.ts";
import { performAction, type ActionHost } from "./perform-action.ts";

/** Signals by which a runner ends a step that was cancelled, and the exit codes that say so. */
const SIGNALS = [
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const;

/** Runs an action in the step that this process is. */
export async function startAction<Specs extends InputSpecs, Output extends string>(
  definition: ActionDefinition<Specs, Output>,
): Promise<void> {
  for (const [signal, code] of SIGNALS) {
    process.once(signal, () => {
      stopCommands();
      process.exit(code);
    });
  }
  await performAction(definition, runnerHost());
}

/** The runner that started this process. */
function runnerHost(): ActionHost {
  return {
    environment: process.env,
    runCommand,
    fetch: (url, init) => fetch(url, init),
    now: () => Date.now(),
    writeLine: (line) => process.stdout.write(`${line}\n`),
    annotate,
    startGroup: core.startGroup,
    endGroup: core.endGroup,
    mask: core.setSecret,
    setOutput: (name, value) => core.setOutput(name, value),
    writeSummary: async (markdown) => {
      // There is no summary where nobody asks for one, as in a run by hand.
      if (process.env["GITHUB_STEP_SUMMARY"] !== undefined) await core.summary.addRaw(markdown, true).write();
    },
    fail: (message) => core.setFailed(safeText(message)),
  };
}

function annotate({ level, message, ...place }: Annotation): void {
  const tell = { error: core.error, warning: core.warning, notice: core.notice }[level];
  tell(message, place);
}
