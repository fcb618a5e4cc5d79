import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { binFolder, TRIVY } from "../../../scripts/real/set-ups/go-tool.ts";
import { CHECKOV, HADOLINT, pythonCommand } from "../../../scripts/real/set-ups/python-tool.ts";
import { linesOf, listAt, textAt, valueAt, type PeerFinding, type PeerTool } from "./peer-finding.ts";

/** A command that checks a folder with one of the tools and prints JSON. Offline: nothing is asked of a network. */
export interface PeerCommand {
  readonly tool: PeerTool;
  readonly program: string;
  readonly args: readonly string[];
}

/** hadolint is given files, the others a folder. Paths count from the folder that the command runs in. */
export function hadolintCommand(files: readonly string[]): PeerCommand {
  const [program, ...words] = pythonCommand(HADOLINT);
  return { tool: "hadolint", program, args: [...words, "--no-fail", "--format", "json", ...files] };
}

/** `scratch` takes the cache that trivy wants to have; the checks are those that are built in. */
export function trivyCommand(
  scratch: string,
  {
    scanners = "dockerfile,kubernetes",
    skipped = [],
  }: { readonly scanners?: string; readonly skipped?: readonly string[] } = {},
): PeerCommand {
  const quiet = ["--quiet", "--disable-telemetry", "--skip-version-check", "--skip-check-update"];
  const what = ["--misconfig-scanners", scanners, "--format", "json", "--cache-dir", join(scratch, "trivy")];
  return {
    tool: "trivy",
    program: join(binFolder(TRIVY), TRIVY.name),
    args: ["config", ...quiet, ...what, ...skipped.flatMap((file) => ["--skip-files", file]), "."],
  };
}

export function checkovCommand(...frameworks: readonly string[]): PeerCommand {
  const [program, ...words] = pythonCommand(CHECKOV);
  const chosen = frameworks.length === 0 ? ["dockerfile", "kubernetes"] : frameworks;
  const quiet = ["--quiet", "--compact", "--soft-fail", "--skip-download", "--output", "json"];
  return {
    tool: "checkov",
    program,
    args: [...words, "--directory", ".", "--framework", ...chosen, ...quiet],
  };
}

/** No settings of the person who runs it, and nothing that would let it ask a network. */
export function peerEnvironment(scratch: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env["PATH"],
    HOME: scratch,
    LC_ALL: "C.UTF-8",
    NO_COLOR: "1",
    HTTPS_PROXY: "http://127.0.0.1:9",
    HTTP_PROXY: "http://127.0.0.1:9",
  };
}

/**
 * Runs a tool in a folder and reads what it found.
 * @throws Error where the tool does not end well or prints no JSON: a tool that did not run has not agreed
 */
export function runPeer(command: PeerCommand, folder: string, scratch: string): readonly PeerFinding[] {
  const { status, stdout, stderr, error } = spawnSync(command.program, [...command.args], {
    cwd: folder,
    env: peerEnvironment(scratch),
    encoding: "utf8",
    maxBuffer: 1 << 29,
    timeout: 20 * 60 * 1000,
  });
  if (error !== undefined || status !== 0)
    throw new Error(`${command.tool}: ${error?.message ?? `exit code ${status}`}\n${stderr.slice(-2000)}`);
  return readers[command.tool](JSON.parse(stdout));
}

const readers: Readonly<Record<PeerTool, (report: unknown) => readonly PeerFinding[]>> = {
  hadolint: (report) => listOf(report).map(readHadolint),
  trivy: (report) =>
    listAt(report, "Results").flatMap((result) =>
      listAt(result, "Misconfigurations").map((found) => readTrivy(textAt(result, "Target"), found)),
    ),
  checkov: (report) =>
    listOf(report).flatMap((part) => listAt(part, "results", "failed_checks").map(readCheckov)),
};

function readHadolint(found: unknown): PeerFinding {
  const line = valueAt(found, "line");
  return {
    tool: "hadolint",
    id: textAt(found, "code"),
    file: plainPath(textAt(found, "file")),
    lines: linesOf(line, line),
    message: textAt(found, "message"),
  };
}

function readTrivy(target: string, found: unknown): PeerFinding {
  const cause = valueAt(found, "CauseMetadata");
  return {
    tool: "trivy",
    id: textAt(found, "ID"),
    file: plainPath(target),
    lines: linesOf(valueAt(cause, "StartLine"), valueAt(cause, "EndLine")),
    message: textAt(found, "Message"),
  };
}

function readCheckov(found: unknown): PeerFinding {
  const [first, last] = listAt(found, "file_line_range");
  const resource = textAt(found, "resource");
  return {
    tool: "checkov",
    id: textAt(found, "check_id"),
    file: plainPath(textAt(found, "file_path")),
    // A resource that ends so is a whole Dockerfile, of which it counts the lines without heredocs.
    lines: resource.endsWith(".") ? undefined : linesOf(first, last),
    message: `${textAt(found, "check_name")} (${resource})`,
  };
}

/** Where only one framework found files, checkov prints its report alone. */
function listOf(report: unknown): readonly unknown[] {
  return Array.isArray(report) ? report : [report];
}

function plainPath(path: string): string {
  return path.replace(/^\.?\//, "");
}
