import { resolve } from "node:path";
import {
  judgeScan,
  mergeReports,
  toMarkdownSummary,
  toMergedJson,
  toScanSarif,
  type GateResult,
  type Verdict,
} from "@plimsoll/scan";
import type { Arguments } from "../arguments/option.ts";
import { outputsOf, type FormatChoice } from "../report/report-outputs.ts";
import { writeReport } from "../report/write-report.ts";
import { gatePolicy } from "../scan/gate-policy.ts";
import { readScanInputs } from "../scan/scan-inputs.ts";
import { gatePage } from "../scan/scan-page.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { VERSION } from "../version.ts";

type Format = "pretty" | "json" | "sarif" | "markdown";

const FORMATS: FormatChoice<Format> = {
  formats: ["pretty", "json", "sarif", "markdown"],
  byExtension: new Map<string, Format>([
    [".json", "json"],
    [".sarif", "sarif"],
    [".md", "markdown"],
  ]),
};

const EXIT_CODES: Readonly<Record<Verdict, number>> = { pass: 0, fail: 1, indeterminate: 3 };

/** `plimsoll scan gate`: judges scanners' reports. A report that cannot be read leaves the verdict open. */
export async function scanGate(args: Arguments, terminal: Terminal): Promise<number> {
  const outputs = outputsOf(args, FORMATS);
  const inputs = readScanInputs(args, terminal.cwd);
  const policy = gatePolicy(args, terminal, inputs);
  const result = judgeScan(mergeReports(inputs.reports, inputs.families), policy);
  for (const { format, file } of outputs) {
    const text = WRITERS[format](result);
    if (file === undefined) await terminal.print(text);
    else writeReport(resolve(terminal.cwd, file), [text]);
  }
  return EXIT_CODES[result.verdict];
}

const WRITERS: Readonly<Record<Format, (result: GateResult) => string>> = {
  pretty: gatePage,
  json: (gate) => toMergedJson({ scan: gate.scan, comparison: gate.comparison, gate }),
  sarif: (gate) => toScanSarif(gate, { version: VERSION }),
  markdown: toMarkdownSummary,
};
