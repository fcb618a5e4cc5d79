import type { SeveritySource } from "../compare/effective-severity.ts";
import type { VexStatement } from "../exceptions/openvex.ts";
import type { IgnoreRule } from "../exceptions/ignore-rule.ts";
import type { VulnerabilityWaiver } from "../exceptions/vulnerability-waiver.ts";
import type { EpssTable } from "../feeds/epss.ts";
import type { KevCatalogue } from "../feeds/kev.ts";
import type { MergedScan } from "../merge/merged-scan.ts";
import type { Severity } from "../report/severity.ts";

/** The lowest severity that fails; `never` for none. */
export type Cutoff = Exclude<Severity, "unknown"> | "never";

/** By what a merged scan is judged. Times are parameters: the gate reads no clock. */
export interface GatePolicy {
  /** The time of the judgement, RFC 3339. */
  readonly now: string;
  /** For findings that a release fixes. */
  readonly severityCutoff: Cutoff;
  /** For findings without a fix. */
  readonly severityCutoffUnfixed: Cutoff;
  readonly severitySource: SeveritySource;
  /** What a finding of unknown severity does. */
  readonly unknownSeverity: "fail" | "indeterminate" | "warn";
  /** True where findings without a fix never fail by their severity. */
  readonly onlyFixed: boolean;
  /** Whether a vulnerability that is known to be exploited fails, whatever its severity, age or baseline. */
  readonly failOnKev: boolean;
  readonly kev: KevCatalogue | undefined;
  /** Lowest exploit probability, 0 to 1, that fails; undefined for none. */
  readonly epssThreshold: number | undefined;
  readonly epss: EpssTable | undefined;
  /** Days from publication for which a finding only warns. */
  readonly leewayDays: Readonly<Partial<Record<Severity, number>>>;
  /** An older scan, whose findings do not count again. */
  readonly baseline: MergedScan | undefined;
  /** A finding that only one of several engines has: counts in full, warns, or leaves the verdict open. */
  readonly singleScanner: "count" | "warn" | "require-agreement";
  /** How many engine families must have reported. */
  readonly minScanners: number;
  /** Digests that name the image, of its manifests or its configuration; every report must be on one of them. Empty: not judged. */
  readonly subject: readonly string[];
  /** Days; undefined: not judged. */
  readonly maximumDatabaseAgeDays: number | undefined;
  readonly unknownDatabaseAge: "indeterminate" | "warn";
  /** Days; undefined: not judged. */
  readonly maximumScanAgeDays: number | undefined;
  /** Days that the databases may be apart without a warning. */
  readonly maximumDatabaseGapDays: number;
  /** What a report does that its scanner filtered. */
  readonly filteredReport: "indeterminate" | "warn";
  /** What a distribution does that gets no advisories any more. */
  readonly endOfLife: "indeterminate" | "warn";
  /** Whether a finding that a scanner's own settings put aside is put aside here. */
  readonly scannerSuppressions: "count" | "accept";
  readonly vex: readonly VexStatement[];
  readonly waivers: readonly VulnerabilityWaiver[];
  readonly ignores: readonly IgnoreRule[];
  readonly maximumWaiverDays: number | undefined;
  /** Files that could not be read as reports, or parts of them. None of them lets a scan pass. */
  readonly unreadable: readonly UnreadableInput[];
}

export interface UnreadableInput {
  readonly file: string;
  /** The code of the error. */
  readonly code: string;
  readonly message: string;
}

/** Everything but the time, as strict as it can be without knowing the image. */
export const DEFAULT_GATE_POLICY: Omit<GatePolicy, "now"> = {
  severityCutoff: "high",
  severityCutoffUnfixed: "high",
  severitySource: "max",
  unknownSeverity: "indeterminate",
  onlyFixed: false,
  failOnKev: true,
  kev: undefined,
  epssThreshold: undefined,
  epss: undefined,
  leewayDays: {},
  baseline: undefined,
  singleScanner: "count",
  minScanners: 2,
  subject: [],
  maximumDatabaseAgeDays: 5,
  unknownDatabaseAge: "indeterminate",
  maximumScanAgeDays: undefined,
  maximumDatabaseGapDays: 2,
  filteredReport: "indeterminate",
  endOfLife: "indeterminate",
  scannerSuppressions: "count",
  vex: [],
  waivers: [],
  ignores: [],
  maximumWaiverDays: undefined,
  unreadable: [],
};
