import type { AliasGroup } from "../identity/alias-groups.ts";
import type { PackageIdentity } from "../identity/package-identity.ts";
import type { ReportedFinding, ScanReport } from "../report/scan-report.ts";
import type { Family } from "./engine-family.ts";

/**
 * How surely two scanners mean the same: T1 same id and purl, T2 an alias and the same purl, T3 a binary package and its
 * source package, T4 name and version alone.
 */
export type MatchTier = "T1" | "T2" | "T3" | "T4";

/** All reports on one target as one, with who found what. Plain data. */
export interface MergedScan {
  /** Each report once, in the order of their ids. */
  readonly reports: readonly ScanReport[];
  /** Engine family of each report. */
  readonly families: readonly Family[];
  /** In the order of their vulnerabilities, then of their packages. */
  readonly findings: readonly MergedFinding[];
}

/** One vulnerability in one release of one package. */
export interface MergedFinding {
  /** `vulnerability package@version`, canonical. The same in every build that has it. */
  readonly key: string;
  readonly vulnerability: AliasGroup;
  /** Advisories that cover it and others. */
  readonly related: readonly string[];
  readonly package: PackageIdentity;
  /** What each scanner said, in the order of the reports. */
  readonly observations: Observations;
  /** Engine families that said it of this very package, in the order of their letters. */
  readonly families: readonly string[];
  /** Findings of other families that mean the same, less surely. */
  readonly counterparts: readonly Counterpart[];
  /** The surest tier at which two families agree; undefined where one stands alone. */
  readonly tier: MatchTier | undefined;
}

/** At least one. */
export type Observations = readonly [Observation, ...Observation[]];

export interface Observation {
  /** Number of the report. */
  readonly report: number;
  readonly finding: ReportedFinding;
}

export interface Counterpart {
  readonly tier: "T3" | "T4";
  readonly families: readonly string[];
  /** Keys of such findings; at most the first few. */
  readonly keys: readonly string[];
}
