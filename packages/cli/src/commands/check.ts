import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Assessment, CodedError, makeBaseline } from "@plimsoll/core";
import {
  decodeSource,
  isInside,
  MAXIMUM_FILE_BYTES,
  readSource,
  type Workspace,
  workspacePath,
} from "@plimsoll/workspace";
import type { Arguments } from "../arguments/option.ts";
import { assess, type Assessed } from "../check/assess.ts";
import { exitCodeOf, failPolicy } from "../check/exit-code.ts";
import { openFor } from "../check/open.ts";
import { reportContext } from "../report/report-context.ts";
import { type ReportOutput, reportOutputs } from "../report/report-outputs.ts";
import { renderReport } from "../report/render-report.ts";
import { writeReport } from "../report/write-report.ts";
import { Progress } from "../terminal/progress.ts";
import { type Terminal, wantsColor } from "../terminal/terminal.ts";

/** `plimsoll check`: judges files and reports. */
export async function check(args: Arguments, terminal: Terminal): Promise<number> {
  const outputs = reportOutputs(args);
  const policy = failPolicy(args);
  const readsInput = args.operands.includes("-");
  const workspace = await openFor(args, terminal, readsInput ? inputFolder(args) : args.operands);
  const progress = new Progress(terminal);
  const baseline = baselineOf(args, terminal, workspace);
  const assessed = await assess({
    workspace,
    terminal,
    progress,
    auditor: args.has("auditor"),
    render: !args.has("no-render"),
    changedSince: args.valueOf("changed-since"),
    baseline: baseline.applied,
    input: readsInput ? await readInput(args, terminal, workspace) : undefined,
  });
  progress.end();
  if (baseline.updated !== undefined) return updateBaseline(baseline.updated, assessed, terminal);
  await report(outputs, assessed, { args, terminal });
  return exitCodeOf(assessed.assessment, policy);
}

async function report(
  outputs: readonly ReportOutput[],
  assessed: Assessed,
  { args, terminal }: { readonly args: Arguments; readonly terminal: Terminal },
): Promise<void> {
  const checkedAt = new Date().toISOString();
  for (const { format, file } of outputs) {
    const context = await reportContext(format, assessed, checkedAt);
    const color = file === undefined && wantsColor(terminal, args.has("no-color"));
    const look = { color, width: terminal.width };
    const text = await renderReport(assessed.assessment, { format, context, look });
    if (file === undefined) for (const block of text) await terminal.print(block);
    else writeReport(resolve(terminal.cwd, file), text);
  }
  if (outputs.every(({ file }) => file !== undefined))
    terminal.printError(`plimsoll: ${countsOf(assessed.assessment)}\n`);
}

function countsOf({ summary }: Assessment): string {
  const { errors, warnings, infos, notChecked } = summary;
  return `${errors} errors, ${warnings} warnings, ${infos} notes; ${notChecked} not checked.`;
}

/** The folder whose workspace standard input belongs to. */
function inputFolder(args: Arguments): readonly string[] {
  if (args.operands.length > 1) {
    throw new CodedError({
      code: "cli/input-and-paths",
      message: "- stands for standard input and cannot be checked together with other paths.",
      nextStep: "Make two calls.",
    });
  }
  const path = args.valueOf("stdin-path");
  return path === undefined ? [] : [path];
}

async function readInput(
  args: Arguments,
  terminal: Terminal,
  workspace: Workspace,
): Promise<{ readonly path: string; readonly text: string }> {
  const absolute = resolve(terminal.cwd, args.valueOf("stdin-path") ?? "standard-input");
  const path = isInside(workspace.root, absolute)
    ? workspacePath(workspace.root, absolute)
    : "standard-input";
  const bytes = await terminal.readInput(MAXIMUM_FILE_BYTES);
  const source = decodeSource(path, bytes);
  if (bytes.length <= MAXIMUM_FILE_BYTES && "text" in source) return { path, text: source.text };
  throw new CodedError({
    code: "cli/input-unreadable",
    message:
      "text" in source
        ? "Standard input is larger than 2 MiB."
        : `Standard input cannot be checked. ${source.notChecked.reason}`,
    nextStep: "Give one Dockerfile or YAML file as UTF-8 text.",
  });
}

interface Baseline {
  readonly applied: { readonly file: string; readonly text: string } | undefined;
  /** Absolute path of the file to write. */
  readonly updated: string | undefined;
}

function baselineOf(args: Arguments, terminal: Terminal, workspace: Workspace): Baseline {
  const given = args.valueOf("baseline");
  const updates = args.has("update-baseline");
  if (given === undefined) {
    if (!updates) return { applied: undefined, updated: undefined };
    throw baselineError(
      "cli/missing-option",
      "--update-baseline needs to know the file.",
      "Add --baseline FILE.",
    );
  }
  const path = resolve(terminal.cwd, given);
  if (updates) return { applied: undefined, updated: path };
  if (!existsSync(path)) {
    throw baselineError(
      "baseline/not-found",
      `There is no baseline ${JSON.stringify(given)}.`,
      "Check the path, or make the file with --update-baseline.",
    );
  }
  const file = isInside(workspace.root, path) ? workspacePath(workspace.root, path) : given;
  const source = readSource({ path: file, absolute: path }, MAXIMUM_BASELINE_BYTES);
  if ("text" in source) return { applied: { file, text: source.text }, updated: undefined };
  throw baselineError(
    "baseline/unreadable",
    `${file}: ${source.notChecked.reason}`,
    "Make the file again with --update-baseline.",
  );
}

/** A baseline has one line a finding; a large one holds some hundred thousand. */
const MAXIMUM_BASELINE_BYTES = 64 * 1024 * 1024;

function baselineError(code: string, message: string, nextStep: string): CodedError {
  return new CodedError({ code, message, nextStep });
}

async function updateBaseline(path: string, { assessment }: Assessed, terminal: Terminal): Promise<number> {
  writeReport(path, [makeBaseline(assessment.findings)]);
  await terminal.print(`Wrote ${assessment.findings.length} findings to ${join(path)}.\n`);
  return 0;
}
