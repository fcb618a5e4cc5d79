import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { isRecord, memberOf, textOf } from "@plimsoll/core/json";
import { ACT } from "../../../../scripts/real/set-ups/factory-parts.ts";
import { pythonCommand } from "../../../../scripts/real/set-ups/python-tool.ts";

/** A run of a workflow. */
export interface WorkflowOrder {
  /** A clean repository with the workflow. */
  readonly repository: string;
  readonly workflow: string;
  readonly folder: string;
  /** Folders that stand for repositories, by `owner/name@ref`. */
  readonly actions: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
  readonly variables: Readonly<Record<string, string>>;
  /** Variables of every step. */
  readonly environment: Readonly<Record<string, string>>;
  /** Prepares the home of the steps. */
  readonly home: (folder: string) => void;
}

/** What came of it. */
export interface WorkflowRun {
  readonly status: number | null;
  /** Results of jobs by their id: `success`, `failure`; skipped ones are absent. */
  readonly jobs: ReadonlyMap<string, string>;
  /** Outputs of steps, by `job/step`. */
  readonly outputs: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly errors: readonly string[];
  readonly summary: string;
  /** All that people see. */
  readonly log: string;
  readonly masks: readonly string[];
}

const TIMEOUT = 280_000;

/** Runs a workflow with act as a runner does, on this machine, with nothing of our environment but PATH. */
export async function runWorkflow(order: WorkflowOrder): Promise<WorkflowRun> {
  const folder = mkdtempSync(join(order.folder, "run-"));
  const [home, work, cache] = ["home", "work", "cache"].map((name) => join(folder, name));
  if (home === undefined || work === undefined || cache === undefined) throw new RangeError("no folders");
  for (const path of [home, cache]) mkdirSync(path, { recursive: true });
  cpSync(order.repository, work, { recursive: true });
  order.home(home);
  for (const name of ["event.json", "nothing"])
    writeFileSync(join(folder, name), name === "nothing" ? "" : "{}");
  const [program, ...words] = pythonCommand(ACT);
  const args = [...words, ...wordsOf(order, { folder, cache, nothing: join(folder, "nothing") })];
  const { status, stdout, stderr } = await runProgram(program, args, {
    cwd: work,
    env: {
      PATH: [dirname(process.execPath), process.env["PATH"] ?? ""].join(":"),
      HOME: home,
      LANG: "C.UTF-8",
      ...order.secrets,
    },
  });
  writeFileSync(join(folder, "act.ndjson"), stdout);
  writeFileSync(join(folder, "act.err"), stderr);
  return { status, ...readEvents(stdout) };
}

function wordsOf(
  order: WorkflowOrder,
  { folder, cache, nothing }: { readonly folder: string; readonly cache: string; readonly nothing: string },
): readonly string[] {
  const pairs = (flag: string, values: Readonly<Record<string, string>>): readonly string[] =>
    Object.entries(values).flatMap(([name, value]) => [flag, `${name}=${value}`]);
  return [
    ...["push", "-W", order.workflow, "-P", "ubuntu-latest=-self-hosted"],
    ...["--json", "--rm", "--strict", "--no-cache-server", "--concurrent-jobs", "1"],
    ...["--action-cache-path", cache, "--action-offline-mode", "-e", join(folder, "event.json")],
    ...["--env-file", nothing, "--var-file", nothing, "--input-file", nothing, "--secret-file", nothing],
    ...["-a", "dev"],
    // Values of secrets come by the environment: they have several lines.
    ...Object.keys(order.secrets).flatMap((name) => ["-s", name]),
    ...pairs("--var", order.variables),
    ...pairs("--env", order.environment),
    ...pairs("--local-repository", order.actions),
  ];
}

interface ProgramOptions {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Servers of this process answer while it runs, so it is not waited for in one piece. */
function runProgram(
  program: string,
  args: readonly string[],
  options: ProgramOptions,
): Promise<{ readonly status: number | null; readonly stdout: string; readonly stderr: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: ["ignore", "pipe", "pipe"], timeout: TIMEOUT });
    const texts = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"] as const) {
      child[name].setEncoding("utf8");
      child[name].on("data", (chunk: string) => {
        texts[name] += chunk;
      });
    }
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, ...texts }));
  });
}

function readEvents(text: string): Omit<WorkflowRun, "status"> {
  const jobs = new Map<string, string>();
  const outputs = new Map<string, Map<string, string>>();
  const [errors, log, masks, summaries]: string[][] = [[], [], [], []];
  for (const event of text.split("\n").map(parsed)) {
    const [job, step] = [textOf(memberOf(event, "jobID")) ?? "", stepOf(event)];
    const result = textOf(memberOf(event, "jobResult"));
    if (result !== undefined) jobs.set(job, result);
    const command = textOf(memberOf(event, "command"));
    if (command === "error") errors?.push(decoded(textOf(memberOf(event, "raw")) ?? ""));
    if (command === "summary") summaries?.push(textOf(memberOf(event, "content")) ?? "");
    if (command === "add-mask") masks?.push(textOf(memberOf(event, "arg")) ?? "");
    if (command === "set-output") {
      const key = `${job}/${step}`;
      const known = outputs.get(key) ?? new Map<string, string>();
      outputs.set(
        key,
        known.set(textOf(memberOf(event, "name")) ?? "", textOf(memberOf(event, "arg")) ?? ""),
      );
    }
    log?.push(textOf(memberOf(event, "msg")) ?? "");
  }
  return {
    jobs,
    outputs,
    errors: errors ?? [],
    log: (log ?? []).join("\n"),
    masks: masks ?? [],
    summary: (summaries ?? []).join("\n"),
  };
}

function parsed(line: string): unknown {
  try {
    const value: unknown = JSON.parse(line);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function stepOf(event: unknown): string {
  const id = memberOf(event, "stepID");
  return Array.isArray(id) ? id.join("/") : "";
}

/** The message of a workflow command. */
function decoded(raw: string): string {
  const message = raw.trim().slice(raw.trim().indexOf("::", 2) + 2);
  return message.replaceAll("%0A", "\n").replaceAll("%0D", "\r").replaceAll("%25", "%");
}
