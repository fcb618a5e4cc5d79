import { createHash } from "node:crypto";
import { ActionFailure, childEnvironment, findProgram, readBounded } from "@plimsoll/action-kit";
import { readReports, type ScanReport } from "@plimsoll/scan";
import type { ScannerSettings } from "./scanner.ts";

/** Bytes that a scanner may print; its report goes into a file. */
const MAXIMUM_OUTPUT = 16 * 1024 * 1024;
/** Largest report, in bytes. */
export const MAXIMUM_REPORT_BYTES: number = 256 * 1024 * 1024;
const LINES_SHOWN = 8;

/** One call of a scanner. */
export interface ScannerCall {
  readonly name: string;
  readonly args: readonly string[];
  /** Variables of its own; no secret among them. */
  readonly set?: Readonly<Record<string, string>>;
}

/**
 * Runs an installed scanner in an empty folder, so that no file of the checkout tells it what to leave out, and without any secret
 * in its environment.
 * @returns its standard output
 * @throws ActionFailure `scan/scanner-missing`, `scan/scanner-failed`
 */
export async function runScanner(call: ScannerCall, settings: ScannerSettings): Promise<string> {
  const { environment, toolFolders, workspace, dockerConfig } = settings;
  const program = findProgram(call.name, {
    folders: toolFolders,
    path: environment["PATH"],
    notInside: workspace,
  });
  if (program === undefined)
    throw new ActionFailure({
      code: "scan/scanner-missing",
      message: `${call.name} is not installed.`,
      nextStep: "Install it before this step, name its folder in `tool-path`, or give finished `reports`.",
    });
  const set = { ...call.set, ...(dockerConfig === undefined ? {} : { DOCKER_CONFIG: dockerConfig }) };
  const outcome = await settings.runCommand({
    program,
    args: call.args,
    cwd: settings.scratch,
    environment: childEnvironment(environment, { network: true, set }),
    timeoutMilliseconds: settings.timeoutMilliseconds,
    maximumBytes: MAXIMUM_OUTPUT,
  });
  if (outcome.kind === "exited" && outcome.status === 0) return outcome.stdout.toString("utf8");
  throw failed(call.name, outcome.kind === "not-started" ? outcome.reason : lastLines(outcome));
}

function lastLines(outcome: { readonly kind: string; readonly stderr: string }): string {
  const lines = outcome.stderr.trim().split("\n").slice(-LINES_SHOWN).join("\n");
  return outcome.kind === "exited" ? lines : `${outcome.kind}\n${lines}`;
}

function failed(name: string, reason: string): ActionFailure {
  return new ActionFailure({
    code: "scan/scanner-failed",
    message: `${name} did not finish its scan: ${reason}`,
    nextStep: "Look at what it says; a scan that did not finish is no scan.",
  });
}

/** A report that a scanner wrote into a file of ours. @throws CodedError where it is none. */
export function reportFile(
  path: string,
  file: string,
): { readonly bytes: Buffer; readonly reports: readonly ScanReport[] } {
  const bytes = readBounded(path, MAXIMUM_REPORT_BYTES);
  const digest = `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
  return { bytes, reports: readReports(bytes.toString("utf8"), { file, digest }) };
}
