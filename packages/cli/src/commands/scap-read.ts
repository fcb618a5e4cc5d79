import { resolve } from "node:path";
import { CodedError, type ComplianceReport, type ComplianceVerdict } from "@plimsoll/core";
import {
  toCkl,
  toCklb,
  toComplianceHtml,
  toComplianceJunit,
  toComplianceMarkdown,
  toComplianceSarif,
  type ComplianceSubject,
} from "@plimsoll/evidence/compliance";
import {
  DEFAULT_POLICY,
  judgeCompliance,
  readCompliance,
  readThresholds,
  type CompliancePolicy,
  type CountLimit,
} from "@plimsoll/scap";
import { plainData } from "@plimsoll/workspace";
import { countOption, digestOption, wordOption } from "../arguments/option-values.ts";
import type { Arguments } from "../arguments/option.ts";
import { compliancePage } from "../report/compliance-page.ts";
import { readReport } from "../report/read-report.ts";
import { outputsOf, type FormatChoice } from "../report/report-outputs.ts";
import { writeReport } from "../report/write-report.ts";
import { paintOf } from "../terminal/paint.ts";
import { type Terminal, wantsColor } from "../terminal/terminal.ts";
import { VERSION } from "../version.ts";

type Format = "pretty" | "json" | "markdown" | "html" | "junit" | "sarif" | "ckl" | "cklb";

const FORMATS: FormatChoice<Format> = {
  formats: ["pretty", "json", "markdown", "html", "junit", "sarif", "ckl", "cklb"],
  byExtension: new Map([
    [".json", "json"],
    [".md", "markdown"],
    [".html", "html"],
    [".xml", "junit"],
    [".sarif", "sarif"],
    [".ckl", "ckl"],
    [".cklb", "cklb"],
  ]),
};

const EXIT_CODES: Readonly<Record<ComplianceVerdict["verdict"], number>> = {
  pass: 0,
  fail: 1,
  indeterminate: 3,
};

/** `plimsoll scap read`: reads results of a checker, judges them, and writes them in other forms. */
export async function scapRead(args: Arguments, terminal: Terminal): Promise<number> {
  const outputs = outputsOf(args, FORMATS);
  const file = args.operands[0] ?? "";
  const policy = policyOf(args, terminal);
  const report = readCompliance(readReport(file, terminal.cwd), file);
  const verdict = judgeCompliance(report, policy);
  const subject = subjectOf(report, verdict, policy);
  for (const { format, file: target } of outputs) {
    const text = rendered(
      format,
      subject,
      wantsColor(terminal, args.has("no-color")) && target === undefined,
    );
    if (target === undefined) await terminal.print(text);
    else writeReport(resolve(terminal.cwd, target), [text]);
  }
  return EXIT_CODES[verdict.verdict];
}

function subjectOf(
  report: ComplianceReport,
  verdict: ComplianceVerdict,
  { imageDigest, boundDigest }: CompliancePolicy,
): ComplianceSubject {
  const digest = imageDigest ?? boundDigest;
  return { report, verdict, toolVersion: VERSION, ...(digest === undefined ? {} : { imageDigest: digest }) };
}

function rendered(format: Format, subject: ComplianceSubject, color: boolean): string {
  if (format === "pretty") return compliancePage(subject, paintOf(color));
  if (format === "json")
    return `${JSON.stringify({ ...subject.verdict, report: subject.report }, undefined, 2)}\n`;
  return WRITERS[format](subject);
}

const WRITERS: Readonly<Record<Exclude<Format, "pretty" | "json">, (subject: ComplianceSubject) => string>> =
  {
    markdown: toComplianceMarkdown,
    html: toComplianceHtml,
    junit: toComplianceJunit,
    sarif: toComplianceSarif,
    ckl: toCkl,
    cklb: toCklb,
  };

const CATEGORIES = { I: 1, II: 2, III: 3 } as const;

function policyOf(args: Arguments, terminal: Terminal): CompliancePolicy {
  const imageDigest = digestOption(args, "image");
  const boundDigest = digestOption(args, "bound-to");
  const maxAgeDays = countOption(args, "max-age");
  const run = args.valueOf("run");
  const thresholds = args.valueOf("thresholds");
  return {
    ...DEFAULT_POLICY,
    minEvaluated: countOption(args, "min-evaluated") ?? DEFAULT_POLICY.minEvaluated,
    minCoverage: (countOption(args, "min-coverage", 100) ?? 0) / 100,
    categoryCutoff: CATEGORIES[wordOption(args, "cat-cutoff", ["III", "II", "I"]) ?? "III"],
    now: Date.parse(`${terminal.today()}T23:59:59Z`),
    limits: thresholds === undefined ? [] : limitsOf(thresholds, terminal),
    ...(imageDigest === undefined ? {} : { imageDigest }),
    ...(boundDigest === undefined ? {} : { boundDigest }),
    ...(maxAgeDays === undefined ? {} : { maxAgeDays }),
    ...(run === undefined ? {} : { run }),
  };
}

function limitsOf(file: string, terminal: Terminal): readonly CountLimit[] {
  const parsed = plainData(readReport(file, terminal.cwd));
  if ("problem" in parsed) throw thresholdError(file, parsed.problem);
  const { limits, unknown } = readThresholds(parsed.value);
  if (unknown.length > 0) throw thresholdError(file, `it has keys that mean nothing: ${unknown.join(", ")}`);
  return limits;
}

function thresholdError(file: string, cause: string): CodedError {
  return new CodedError({
    code: "cli/bad-thresholds",
    message: `${JSON.stringify(file)} is no threshold file: ${cause}.`,
    nextStep: "Write limits such as `failed: {high: {max: 0}}` or `compliance: {min: 80}`.",
  });
}
