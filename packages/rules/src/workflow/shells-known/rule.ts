import { defineRule, type WorkflowRule } from "@plimsoll/core";
import type { WorkflowJob, WorkflowText } from "@plimsoll/syntax";
import { askedLabels } from "../../shared-workflow/runner-labels.ts";
import { hostedSystem } from "../../shared-workflow/runner-table.ts";

interface Data {
  readonly shell: string;
  readonly system: string;
}

const SHELLS: ReadonlySet<string> = new Set(["bash", "sh", "pwsh", "python", "cmd", "powershell"]);
const WINDOWS_ONLY: ReadonlySet<string> = new Set(["cmd", "powershell"]);

export const rule: WorkflowRule<Data> = defineRule<Data>({
  id: "workflow/shells-known",
  title: "Scripts name a shell that GitHub and the runner have",
  severity: "error",
  confidence: "high",
  surface: "workflow",
  catalogue: ["CI015"],
  aliases: ["actionlint:shell-name"],
  since: "0.2.0",
  *checkWorkflow(file) {
    if (file.kind === "action") {
      for (const { shell } of file.action.steps) yield* ofShell(shell, undefined);
      return;
    }
    yield* ofShell(file.workflow.defaults.shell, undefined);
    for (const job of file.workflow.jobs) {
      const system = systemOf(job);
      yield* ofShell(job.defaults.shell, system);
      for (const { shell } of job.steps) yield* ofShell(shell, system);
    }
  },
  message: ({ problem, data: { shell, system } }) =>
    problem === "unknown"
      ? `GitHub knows no shell "${shell}"; a command of one's own has {0} where the script goes.`
      : `The shell "${shell}" exists on Windows only, and this job runs on ${system}.`,
});

function* ofShell(shell: WorkflowText | undefined, system: string | undefined) {
  if (shell === undefined || shell.text === "" || shell.text.includes("${{") || shell.text.includes("{0}"))
    return;
  const at = { start: shell.start, end: shell.end };
  const name = shell.text.toLowerCase();
  const data = { shell: shell.text, system: system ?? "" };
  if (!SHELLS.has(name)) yield { problem: "unknown", at, data };
  else if (WINDOWS_ONLY.has(name) && system !== undefined && system !== "windows")
    yield { problem: "notThere", at, data };
}

/** The system of a job, where all its runners are hosted ones of one system. */
function systemOf(job: WorkflowJob): string | undefined {
  const systems = new Set(askedLabels(job).map(({ scalar }) => hostedSystem(scalar.text)));
  const [system] = systems;
  return systems.size === 1 ? system : undefined;
}
