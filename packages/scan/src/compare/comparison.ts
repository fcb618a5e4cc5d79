import type { MergedFinding } from "../merge/merged-scan.ts";
import type { Severity } from "../report/severity.ts";
import type { Difference } from "./differences.ts";

/** Why another scanner may not have a finding, as far as the reports tell. */
export type OneSidedReason =
  | "target-differs"
  | "version-differs"
  | "advisory-covers-several"
  | "package-not-listed"
  | "package-version-differs"
  | "filtered-out"
  | "cpe-match"
  | "already-fixed"
  | "database-older"
  | "feed-not-used"
  | "withdrawn-or-disputed"
  | "package-unnamed"
  | "unknown";

/** What the scanners say to each other about one finding. */
export interface FindingComparison {
  readonly finding: MergedFinding;
  readonly severity: Severity;
  /** All families that have it, by whatever tier. */
  readonly seenBy: readonly string[];
  /** `single` where only one family reported at all. */
  readonly agreement: "agreed" | "one-sided" | "single";
  readonly differences: readonly Difference[];
  /** For each family that does not have it. */
  readonly missing: readonly MissingFrom[];
}

export interface MissingFrom {
  readonly family: string;
  /** The likeliest first; `unknown` alone where the reports tell nothing. */
  readonly reasons: readonly OneSidedReason[];
}

/** A circumstance that makes a comparison of two reports unfair. */
export interface FairnessWarning {
  /** Stable, `scan/…`. */
  readonly code:
    | "scan/digests-differ"
    | "scan/digest-unknown"
    | "scan/platforms-differ"
    | "scan/report-filtered"
    | "scan/filter-suspected"
    | "scan/database-gap"
    | "scan/reports-alike";
  /** Numbers of the reports. */
  readonly reports: readonly number[];
  readonly message: string;
}

/** Two families side by side. */
export interface PairFigures {
  readonly first: string;
  readonly second: string;
  readonly both: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
}

/** How far families agree: findings that at least two have, over all findings. */
export interface AgreementFigures {
  readonly agreed: number;
  readonly total: number;
}

export interface Comparison {
  readonly families: readonly string[];
  /** One for each finding of the scan, in their order. */
  readonly findings: readonly FindingComparison[];
  readonly warnings: readonly FairnessWarning[];
  readonly overall: AgreementFigures;
  readonly bySeverity: ReadonlyMap<Severity, AgreementFigures>;
  /** By purl type. */
  readonly byEcosystem: ReadonlyMap<string, AgreementFigures>;
  readonly pairs: readonly PairFigures[];
}

/** The share of findings that at least two families have (Jaccard index); 1 where there is nothing to differ about. */
export function agreementIndex({ agreed, total }: AgreementFigures): number {
  return total === 0 ? 1 : agreed / total;
}
