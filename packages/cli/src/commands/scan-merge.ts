import { resolve } from "node:path";
import { CodedError } from "@plimsoll/core";
import { compareScan, mergeReports, toMergedJson } from "@plimsoll/scan";
import type { Arguments } from "../arguments/option.ts";
import { outputsOf, type FormatChoice } from "../report/report-outputs.ts";
import { writeReport } from "../report/write-report.ts";
import { readScanInputs, severitySource } from "../scan/scan-inputs.ts";
import { mergePage } from "../scan/scan-page.ts";
import type { Terminal } from "../terminal/terminal.ts";

const FORMATS: FormatChoice<"pretty" | "json"> = {
  formats: ["pretty", "json"],
  byExtension: new Map([[".json", "json"]]),
};

/** `plimsoll scan merge`: one report of several. A report that cannot be read is an error: a part of a merge is none. */
export async function scanMerge(args: Arguments, terminal: Terminal): Promise<number> {
  const outputs = outputsOf(args, FORMATS);
  const { reports, unreadable, families } = readScanInputs(args, terminal.cwd);
  const [fault] = unreadable;
  if (fault !== undefined) {
    throw new CodedError({
      code: fault.code,
      message: fault.message,
      nextStep: "Give reports that scanners finished, or leave this one out.",
    });
  }
  const scan = mergeReports(reports, families);
  const comparison = compareScan(scan, { severitySource: severitySource(args) });
  for (const { format, file } of outputs) {
    const text = format === "json" ? toMergedJson({ scan, comparison }) : mergePage(scan, comparison);
    if (file === undefined) await terminal.print(text);
    else writeReport(resolve(terminal.cwd, file), [text]);
  }
  return 0;
}
