import type { Comparison, FindingComparison } from "../compare/comparison.ts";
import type { Excuse } from "../exceptions/excuses.ts";
import type { MergedScan } from "../merge/merged-scan.ts";
import type { Severity } from "../report/severity.ts";

/** `indeterminate` is no pass: what was asked cannot be answered from what was given. */
export type Verdict = "pass" | "fail" | "indeterminate";

/** One thing that makes a verdict, or a warning beside it. */
export interface GateReason {
  /** Stable, `scan/…`. */
  readonly code: GateReasonCode;
  readonly effect: "fail" | "indeterminate" | "warning";
  readonly message: string;
  /** Numbers of the reports that it is about. */
  readonly reports: readonly number[];
  /** How many findings it is about. */
  readonly findings: number;
}

export type GateReasonCode =
  | "scan/no-report"
  | "scan/report-unreadable"
  | "scan/entries-unreadable"
  | "scan/too-few-scanners"
  | "scan/nothing-checked"
  | "scan/digest-wrong"
  | "scan/digest-absent"
  | "scan/digests-differ"
  | "scan/digest-unknown"
  | "scan/platforms-differ"
  | "scan/database-stale"
  | "scan/database-age-unknown"
  | "scan/database-gap"
  | "scan/scan-too-old"
  | "scan/scan-age-unknown"
  | "scan/time-in-future"
  | "scan/report-filtered"
  | "scan/filter-suspected"
  | "scan/distribution-end-of-life"
  | "scan/reports-alike"
  | "scan/baseline-other-image"
  | "scan/vulnerability-severe"
  | "scan/vulnerability-exploited"
  | "scan/vulnerability-likely-exploited"
  | "scan/severity-unknown"
  | "scan/not-agreed"
  | "scan/within-leeway"
  | "scan/single-scanner"
  | "scan/waiver-not-in-order"
  | "scan/waiver-unused"
  | "scan/ignored-without-end"
  | "scan/kev-not-given"
  | "scan/epss-not-given";

/** What becomes of a finding. */
export type FindingOutcome = "fails" | "undecided" | "warns" | "passes" | "excused";

export interface JudgedFinding {
  readonly comparison: FindingComparison;
  readonly outcome: FindingOutcome;
  /** Why. */
  readonly because: FindingCause;
  readonly excuse: Excuse | undefined;
  readonly knownExploited: boolean;
  /** Highest exploit probability that anybody names. */
  readonly epss: number | undefined;
}

export type FindingCause =
  | "known-exploited"
  | "likely-exploited"
  | "severity"
  | "severity-unknown"
  | "not-agreed"
  | "single-scanner"
  | "within-leeway"
  | "below-cutoff"
  | "no-fix"
  | "in-baseline"
  | "suppressed-by-scanner"
  | "excused";

export interface GateCounts {
  /** Findings that nothing excuses, by severity. */
  readonly bySeverity: Readonly<Record<Severity, number>>;
  readonly fails: number;
  readonly undecided: number;
  readonly warns: number;
  readonly excused: number;
  readonly knownExploited: number;
}

/** The whole outcome of the gate. */
export interface GateResult {
  readonly verdict: Verdict;
  /** Those that make the verdict first. */
  readonly reasons: readonly GateReason[];
  /** One for each finding of the scan, in their order. */
  readonly findings: readonly JudgedFinding[];
  readonly counts: GateCounts;
  readonly comparison: Comparison;
  readonly scan: MergedScan;
}
