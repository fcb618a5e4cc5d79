import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What a step said. */
export interface StepRun {
  readonly status: number | null;
  /** Both outputs, as the runner sees them: masks are commands in it. */
  readonly log: string;
  readonly outputs: ReadonlyMap<string, string>;
  readonly summary: string;
  /** Texts that the step asked the runner to mask. */
  readonly masks: readonly string[];
  /** The folder of the job's temporary files. */
  readonly temporary: string;
}

/** One step. */
export interface Step {
  /** The bundle. */
  readonly script: string;
  readonly workspace: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
  /** A folder for what the runner keeps. */
  readonly folder: string;
}

/** Runs a bundle as GitHub's runner does: inputs as variables, files for outputs and summary, no more of our environment than PATH. */
export function runStep(step: Step): StepRun {
  mkdirSync(step.folder, { recursive: true });
  const temporary = mkdtempSync(join(step.folder, "step-"));
  const files = Object.fromEntries(
    ["GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "GITHUB_ENV", "GITHUB_STATE", "GITHUB_PATH"].map((name) => {
      const path = join(temporary, name.toLowerCase());
      writeFileSync(path, "");
      return [name, path];
    }),
  );
  const inputs = Object.entries(step.inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  const { status, stdout, stderr } = spawnSync(process.execPath, [step.script], {
    cwd: step.workspace,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    timeout: 240_000,
    env: {
      PATH: process.env["PATH"],
      HOME: temporary,
      CI: "true",
      GITHUB_ACTIONS: "true",
      GITHUB_WORKSPACE: step.workspace,
      RUNNER_TEMP: temporary,
      GITHUB_SERVER_URL: "https://github.example",
      GITHUB_REPOSITORY: "team/app",
      GITHUB_REF: "refs/heads/main",
      GITHUB_RUN_ID: "7",
      GITHUB_WORKFLOW_REF: "team/app/.github/workflows/factory.yml@refs/heads/main",
      GITHUB_TOKEN: "ghs_token_of_the_job",
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: "token_for_tokens",
      AWS_SECRET_ACCESS_KEY: "key_of_the_cloud",
      ...files,
      ...Object.fromEntries(inputs),
      ...step.environment,
    },
  });
  const log = `${stdout}${stderr}`;
  return {
    status,
    log,
    outputs: readOutputs(readFileSync(files["GITHUB_OUTPUT"] ?? "", "utf8")),
    summary: readFileSync(files["GITHUB_STEP_SUMMARY"] ?? "", "utf8"),
    masks: [...log.matchAll(/^::add-mask::(.*)$/gmu)].map(([, text = ""]) => unescapeData(text)),
    temporary,
  };
}

/** The log as people see it: without the commands that mask. */
export function visibleLog({ log }: StepRun): string {
  return log.replaceAll(/^::add-mask::.*$/gmu, "");
}

function unescapeData(text: string): string {
  return text.replaceAll("%0A", "\n").replaceAll("%0D", "\r").replaceAll("%25", "%");
}

/** Reads `name<<mark`, lines, `mark`. */
function readOutputs(text: string): ReadonlyMap<string, string> {
  const outputs = new Map<string, string>();
  const lines = text.split("\n");
  for (let at = 0; at < lines.length; at += 1) {
    const [name, mark] = (lines[at] ?? "").split("<<");
    if (name === undefined || mark === undefined) continue;
    const end = lines.indexOf(mark, at + 1);
    outputs.set(name, lines.slice(at + 1, end).join("\n"));
    at = end;
  }
  return outputs;
}
