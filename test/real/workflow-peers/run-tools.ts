import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ACTIONLINT, binFolder } from "../../../scripts/real/set-ups/go-tool.ts";
import { pythonCommand, ZIZMOR } from "../../../scripts/real/set-ups/python-tool.ts";
import { listAt, textAt, valueAt } from "../peers/peer-finding.ts";
import { peerEnvironment } from "../peers/run-peers.ts";

/** What another tool found in a workflow. */
export interface WorkflowPeerFinding {
  readonly tool: "zizmor" | "actionlint";
  /** The audit of zizmor, or the kind of actionlint. */
  readonly id: string;
  readonly file: string;
  /** First and last line, from 1. */
  readonly lines: readonly [number, number];
  readonly message: string;
}

/** Runs a tool and gives what it prints. @throws Error where it does not end as it does after a whole run */
function output(
  program: string,
  args: readonly string[],
  where: { readonly folder: string; readonly scratch: string },
): string {
  const { status, stdout, stderr, error } = spawnSync(program, [...args], {
    cwd: where.folder,
    env: peerEnvironment(where.scratch),
    encoding: "utf8",
    maxBuffer: 1 << 29,
    timeout: 5 * 60 * 1000,
  });
  // actionlint ends with 1 where it found something.
  if (error !== undefined || (status !== 0 && status !== 1))
    throw new Error(`${program}: ${error?.message ?? `exit code ${status}`}\n${stderr.slice(-2000)}`);
  return stdout;
}

/** zizmor 1.22 crashes on this one, and then reports nothing at all, so it is kept from it. */
const CRASHES_ZIZMOR: ReadonlySet<string> = new Set([".github/workflows/examples-type_checks.yaml"]);

/** Runs zizmor without a network on files; what it cannot read it leaves out. */
export function runZizmor(
  files: readonly string[],
  folder: string,
  scratch: string,
): readonly WorkflowPeerFinding[] {
  const [program, ...words] = pythonCommand(ZIZMOR);
  const readable = files.filter((file) => !CRASHES_ZIZMOR.has(file));
  const args = [...words, "--offline", "--no-exit-codes", "--format", "json", ...readable];
  const report: unknown = JSON.parse(output(program, args, { folder, scratch }));
  return (Array.isArray(report) ? report : []).map(readZizmor);
}

function readZizmor(found: unknown): WorkflowPeerFinding {
  const locations = listAt(found, "locations");
  const primary = locations.find((one) => valueAt(one, "symbolic", "kind") === "Primary") ?? locations[0];
  const row = (end: string): number => Number(valueAt(primary, "concrete", "location", end, "row")) + 1;
  return {
    tool: "zizmor",
    id: textAt(found, "ident"),
    file: textAt(primary, "symbolic", "key", "Local", "given_path").replace(/^\.\//, ""),
    lines: [row("start_point"), row("end_point")],
    message: textAt(primary, "symbolic", "annotation"),
  };
}

/** Runs actionlint on files, without the two other programs that it can ask about scripts. */
export function runActionlint(
  files: readonly string[],
  folder: string,
  scratch: string,
): readonly WorkflowPeerFinding[] {
  const args = ["-shellcheck=", "-pyflakes=", "-format", "{{json .}}", ...files];
  const program = join(binFolder(ACTIONLINT), ACTIONLINT.name);
  const report: unknown = JSON.parse(output(program, args, { folder, scratch }));
  return (Array.isArray(report) ? report : []).map((found) => {
    const line = Number(valueAt(found, "line"));
    return {
      tool: "actionlint",
      id: textAt(found, "kind"),
      file: textAt(found, "filepath"),
      lines: [line, line],
      message: textAt(found, "message"),
    };
  });
}
