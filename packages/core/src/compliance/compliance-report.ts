/**
 * What checkers of configuration found: XCCDF, ARF, OVAL, STIG checklists and HDF come to this one form. Plain data, so that it can
 * be written as JSON, judged, and turned into any report.
 */
export interface ComplianceReport {
  /** The file that it was read from, as the reader was told. */
  readonly file: string;
  readonly format: ComplianceFormat;
  /** One for each TestResult, or for each STIG of a checklist, in the order of the file. */
  readonly runs: readonly ComplianceRun[];
  /** Rules that the file describes, whether or not a run judged them: a benchmark holds nothing else. */
  readonly rules: readonly ComplianceRule[];
  /** OVAL definitions, with their results where the file holds those. */
  readonly definitions: readonly OvalDefinition[];
  /** What the file says that the reader could not place. Nothing is dropped in silence. */
  readonly problems: readonly ComplianceProblem[];
}

export type ComplianceFormat =
  | "xccdf-1.1"
  | "xccdf-1.2"
  | "arf-1.1"
  | "data-stream"
  | "oval-definitions"
  | "oval-results"
  | "ckl"
  | "cklb"
  | "hdf";

/** The nine values that XCCDF knows (NIST IR 7275 rev. 4, table 26). */
export const RESULT_VALUES = [
  "pass",
  "fail",
  "error",
  "unknown",
  "notapplicable",
  "notchecked",
  "notselected",
  "informational",
  "fixed",
] as const;

export type ResultValue = (typeof RESULT_VALUES)[number];

export type ComplianceSeverity = "high" | "medium" | "low" | "info" | "unknown";

export interface ComplianceRun {
  /** Id of the TestResult or of the STIG. */
  readonly id: string;
  readonly benchmark: {
    readonly id: string;
    readonly title: string;
    readonly version: string;
    /** The text beside the version, such as `Release: 3 Benchmark Date: 26 Oct 2022`. */
    readonly release: string;
    readonly href: string;
  };
  readonly profile: string;
  /** As written, ISO 8601. Empty where the file does not say. */
  readonly startTime: string;
  readonly endTime: string;
  /** The program that judged, as it names itself. */
  readonly tool: string;
  readonly target: ComplianceTarget;
  readonly scores: readonly { readonly system: string; readonly value: number; readonly maximum?: number }[];
  readonly results: readonly ComplianceResult[];
}

export interface ComplianceTarget {
  readonly names: readonly string[];
  readonly addresses: readonly string[];
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  /** `sha256:…` of the image, where the file names one. */
  readonly imageDigest: string;
}

/** What a file says of a rule. */
export interface ComplianceRule {
  readonly ruleId: string;
  readonly severity: ComplianceSeverity;
  readonly title: string;
  readonly groupId: string;
  readonly groupTitle: string;
  /** Id of the requirement in a STIG, such as `RHEL-08-010000`. */
  readonly stigId: string;
  readonly weight: string;
  /** Every identifier as written, CCE and CCI among them. */
  readonly identifiers: readonly ComplianceIdentifier[];
  readonly references: readonly { readonly href: string; readonly text: string }[];
  readonly discussion: string;
  readonly checkText: string;
  readonly fixText: string;
}

/** The result of one rule, joined with what the file says of the rule. */
export interface ComplianceResult extends ComplianceRule {
  readonly result: ResultValue;
  readonly cces: readonly string[];
  readonly ccis: readonly string[];
  readonly time: string;
  /** Which of several instances of the rule. */
  readonly instance: string;
  readonly messages: readonly string[];
  /** What was checked: the systems and names of the checks. */
  readonly checks: readonly { readonly system: string; readonly name: string; readonly href: string }[];
  readonly overrides: readonly ComplianceOverride[];
  /** What a person wrote into a checklist. */
  readonly details: string;
  readonly comments: string;
}

export interface ComplianceIdentifier {
  readonly system: string;
  readonly value: string;
}

/** A result that a person changed. */
export interface ComplianceOverride {
  readonly authority: string;
  readonly time: string;
  readonly from: ResultValue;
  readonly to: ResultValue;
  readonly remark: string;
}

export interface OvalDefinition {
  readonly id: string;
  readonly version: string;
  /** `compliance`, `inventory`, `miscellaneous`, `patch`, `vulnerability`; empty where the file has no definitions beside the results. */
  readonly class: string;
  readonly title: string;
  /** `none` where the file holds the definition and no result of it. */
  readonly result: "none" | "true" | "false" | "unknown" | "error" | "not evaluated" | "not applicable";
  readonly references: readonly { readonly source: string; readonly id: string }[];
}

export interface ComplianceProblem {
  readonly code: string;
  readonly message: string;
  /** From 1; 0 where the place is not known. */
  readonly line: number;
}

/** DISA's category of a severity: CAT I is high, II medium, III low. */
export function categoryOf(severity: ComplianceSeverity): 1 | 2 | 3 | undefined {
  if (severity === "high") return 1;
  if (severity === "medium") return 2;
  return severity === "low" ? 3 : undefined;
}
