import { basename } from "node:path";
import { CodedError, ConfigurationError } from "@plimsoll/core";
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
  type Cutoff,
  type GatePolicy,
  type IgnoreRule,
  type Severity,
  type VexStatement,
  type VulnerabilityWaiver,
} from "@plimsoll/scan";
import { badValue, countOption, digestOption, wordOption } from "../arguments/option-values.ts";
import type { Arguments } from "../arguments/option.ts";
import { readReport } from "../report/read-report.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { readFile, severitySource, type ScanInputs } from "./scan-inputs.ts";

const CUTOFFS = ["high", "critical", "medium", "low", "negligible", "never"] as const;
const OPEN_OR_WARN = ["indeterminate", "warn"] as const;

/** The policy that a command line asks for. What it does not name is as strict as by default. */
export function gatePolicy(args: Arguments, terminal: Terminal, inputs: ScanInputs): GatePolicy {
  const { cwd } = terminal;
  const cutoff = wordOption<Cutoff>(args, "severity-cutoff", CUTOFFS) ?? DEFAULT_GATE_POLICY.severityCutoff;
  const [kev, epss, baseline] = ["kev-file", "epss-file", "baseline"].map((name) => args.valueOf(name));
  return {
    ...DEFAULT_GATE_POLICY,
    now: `${terminal.today()}T23:59:59Z`,
    severityCutoff: cutoff,
    severityCutoffUnfixed: wordOption<Cutoff>(args, "severity-cutoff-unfixed", CUTOFFS) ?? cutoff,
    severitySource: severitySource(args),
    onlyFixed: args.has("only-fixed"),
    failOnKev: !args.has("allow-kev"),
    kev: kev === undefined ? undefined : parseKev(readReport(kev, cwd), { file: kev }),
    epssThreshold: shareOption(args, "epss-threshold"),
    epss: epss === undefined ? undefined : parseEpss(readReport(epss, cwd), { file: epss }),
    leewayDays: leewayDays(args),
    baseline: baseline === undefined ? undefined : mergeReports(readFile(baseline, cwd)),
    minScanners: countOption(args, "min-scanners", 20) ?? DEFAULT_GATE_POLICY.minScanners,
    subject: subjectOf(args),
    maximumDatabaseAgeDays: countOption(args, "max-db-age") ?? DEFAULT_GATE_POLICY.maximumDatabaseAgeDays,
    maximumScanAgeDays: countOption(args, "max-scan-age"),
    ...rulesOf(args),
    vex: args.valuesOf("vex").flatMap((file) => vexStatements(file, cwd)),
    waivers: args.valuesOf("waivers").flatMap((file) => waiversOf(file, cwd)),
    ignores: args.valuesOf("ignore-file").flatMap((file) => ignoreRules(file, cwd)),
    unreadable: inputs.unreadable,
  };
}

type Rules = Pick<
  GatePolicy,
  "unknownSeverity" | "singleScanner" | "unknownDatabaseAge" | "filteredReport" | "endOfLife"
>;

function rulesOf(args: Arguments): Rules {
  return {
    unknownSeverity:
      wordOption(args, "unknown-severity", ["indeterminate", "fail", "warn"]) ?? "indeterminate",
    singleScanner: wordOption(args, "single-scanner", ["count", "warn", "require-agreement"]) ?? "count",
    unknownDatabaseAge: wordOption(args, "unknown-db-age", OPEN_OR_WARN) ?? "indeterminate",
    filteredReport: wordOption(args, "filtered-report", OPEN_OR_WARN) ?? "indeterminate",
    endOfLife: wordOption(args, "end-of-life", OPEN_OR_WARN) ?? "indeterminate",
  };
}

/** Each digest is checked as one that stands alone is. */
function subjectOf(args: Arguments): readonly string[] {
  return args
    .valuesOf("image")
    .flatMap((value) => digestOption({ ...args, valueOf: () => value }, "image") ?? []);
}

function shareOption(args: Arguments, name: string): number | undefined {
  const value = args.valueOf(name);
  if (value === undefined) return undefined;
  const share = /^\d(?:\.\d{1,9})?$/u.test(value) ? Number(value) : Number.NaN;
  if (share >= 0 && share <= 1) return share;
  throw badValue(name, value, "a number from 0 to 1");
}

/** `critical=3,high=14`. */
function leewayDays(args: Arguments): GatePolicy["leewayDays"] {
  const value = args.valueOf("leeway-days");
  const days: Partial<Record<Severity, number>> = {};
  for (const part of value === undefined ? [] : value.split(",")) {
    const [word = "", number = ""] = part.trim().split("=");
    const severity = SEVERITIES.find((known) => known === word);
    if (severity === undefined || !/^\d{1,4}$/u.test(number))
      throw badValue("leeway-days", value ?? "", "a list such as critical=3,high=14");
    days[severity] = Number(number);
  }
  return days;
}

/** A statement that is not valid is told of at once: nobody should believe that it counts. */
function vexStatements(file: string, cwd: string): readonly VexStatement[] {
  const { statements, problems } = parseOpenVex(readReport(file, cwd), { file });
  const [first] = problems;
  if (first === undefined) return statements;
  throw notInOrder(file, `${first.path}: ${first.message}`);
}

function waiversOf(file: string, cwd: string): readonly VulnerabilityWaiver[] {
  const { waivers, problems } = parseVulnerabilityWaivers(file, readReport(file, cwd));
  if (problems.length > 0) throw new ConfigurationError(problems);
  return waivers;
}

function ignoreRules(file: string, cwd: string): readonly IgnoreRule[] {
  const text = readReport(file, cwd);
  const { rules, problems } = ignoreReader(file)(file, text);
  const [first] = problems;
  if (first === undefined) return rules;
  throw notInOrder(file, `line ${first.line}: ${first.message}`);
}

function ignoreReader(file: string): typeof parseTrivyIgnore {
  const name = basename(file).toLowerCase();
  if (name.includes("grype")) return parseGrypeIgnore;
  return name.endsWith(".yaml") || name.endsWith(".yml") ? parseTrivyIgnoreYaml : parseTrivyIgnore;
}

function notInOrder(file: string, fault: string): CodedError {
  return new CodedError({
    code: "cli/exceptions-not-in-order",
    message: `${JSON.stringify(file)} is not in order: ${fault}`,
    nextStep: "Correct it: a part that is not understood would excuse less than it seems to.",
  });
}
