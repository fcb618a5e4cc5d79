import { basename, resolve } from "node:path";
import { readBounded } from "@plimsoll/action-kit";
import { ConfigurationError } from "@plimsoll/core";
import {
  DEFAULT_GATE_POLICY,
  mergeReports,
  parseEpss,
  parseGrypeIgnore,
  parseKev,
  parseOpenVex,
  parseTrivyIgnore,
  parseTrivyIgnoreYaml,
  parseVulnerabilityWaivers,
  SEVERITIES,
  type GatePolicy,
  type IgnoreRule,
  type Severity,
  type UnreadableInput,
  type VexStatement,
  type VulnerabilityWaiver,
} from "@plimsoll/scan";
import { inputFailure } from "../failure.ts";
import type { Inputs } from "../inputs.generated.ts";
import { readReportFile } from "../reports/read-given-reports.ts";
import type { ScanSubject } from "../subject/scan-subject.ts";

/** Files of exceptions and feeds. The largest, EPSS, has some 300,000 lines. */
const MAXIMUM_BYTES = 64 * 1024 * 1024;

/** What the gate is told beside the inputs. */
export interface GateSituation {
  readonly subject: ScanSubject;
  readonly workspace: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly unreadable: readonly UnreadableInput[];
}

/**
 * The policy that the inputs ask for. A file of exceptions that is not understood whole is an error: it would excuse less than it
 * seems to.
 */
export function gatePolicy(inputs: Inputs, situation: GateSituation): GatePolicy {
  const read = (path: string): string => readText(situation.workspace, path);
  const { kevFile, epssFile, baseline } = inputs;
  return {
    ...DEFAULT_GATE_POLICY,
    now: new Date(situation.now).toISOString(),
    severityCutoff: inputs.severityCutoff,
    severityCutoffUnfixed: inputs.severityCutoffUnfixed ?? inputs.severityCutoff,
    severitySource: inputs.severitySource,
    unknownSeverity: inputs.unknownSeverity,
    onlyFixed: inputs.onlyFixed,
    failOnKev: inputs.failOnKev,
    kev: kevFile === undefined ? undefined : parseKev(read(kevFile), { file: kevFile }),
    epssThreshold: inputs.epssThreshold,
    epss: epssFile === undefined ? undefined : parseEpss(read(epssFile), { file: epssFile }),
    leewayDays: leewayDays(inputs.leewayDays),
    baseline:
      baseline === undefined
        ? undefined
        : mergeReports(readReportFile(baseline, situation.workspace).reports),
    minScanners: inputs.minScanners,
    singleScanner: inputs.singleScannerPolicy,
    subject: situation.subject.digests,
    maximumDatabaseAgeDays: inputs.maxDbAge,
    unknownDatabaseAge: inputs.unknownDbAge,
    maximumScanAgeDays: inputs.maxScanAge,
    filteredReport: inputs.filteredReport,
    endOfLife: inputs.endOfLife,
    vex: inputs.vex.flatMap((file) => vexStatements(file, read(file))),
    waivers: inputs.waivers.flatMap((file) => waiversOf(file, read(file))),
    ignores: inputs.ignoreFiles.flatMap((file) => ignoreRules(file, read(file))),
    unreadable: situation.unreadable,
  };
}

function readText(workspace: string, path: string): string {
  return readBounded(resolve(workspace, path), MAXIMUM_BYTES).toString("utf8");
}

/** Entries such as `critical=3`. */
function leewayDays(entries: readonly string[]): GatePolicy["leewayDays"] {
  const days: Partial<Record<Severity, number>> = {};
  for (const entry of entries) {
    const [word = "", number = ""] = entry.split("=");
    const severity = SEVERITIES.find((known) => known === word.trim());
    if (severity === undefined || !/^\d{1,4}$/u.test(number.trim()))
      throw inputFailure(
        `leeway-days: ${JSON.stringify(entry)} is none.`,
        "Write a list such as critical=3,high=14.",
      );
    days[severity] = Number(number);
  }
  return days;
}

function vexStatements(file: string, text: string): readonly VexStatement[] {
  const { statements, problems } = parseOpenVex(text, { file });
  const [first] = problems;
  if (first === undefined) return statements;
  throw notInOrder("vex", file, `${first.path}: ${first.message}`);
}

function waiversOf(file: string, text: string): readonly VulnerabilityWaiver[] {
  const { waivers, problems } = parseVulnerabilityWaivers(file, text);
  if (problems.length > 0) throw new ConfigurationError(problems);
  return waivers;
}

function ignoreRules(file: string, text: string): readonly IgnoreRule[] {
  const { rules, problems } = ignoreReader(file)(file, text);
  const [first] = problems;
  if (first === undefined) return rules;
  throw notInOrder("ignore-files", file, `line ${first.line}: ${first.message}`);
}

function ignoreReader(file: string): typeof parseTrivyIgnore {
  const name = basename(file).toLowerCase();
  if (name.includes("grype")) return parseGrypeIgnore;
  return name.endsWith(".yaml") || name.endsWith(".yml") ? parseTrivyIgnoreYaml : parseTrivyIgnore;
}

function notInOrder(input: string, file: string, fault: string): Error {
  return inputFailure(`${input}: ${JSON.stringify(file)} is not in order: ${fault}`, "Correct the file.");
}
