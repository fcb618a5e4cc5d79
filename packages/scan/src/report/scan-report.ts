import type { PackageIdentity } from "../identity/package-identity.ts";
import type { Severity } from "./severity.ts";

/** The forms of report that are read. `plimsoll` is our own merged report, read back. */
export type ReportFormat = "trivy" | "trivy-operator" | "grype" | "cyclonedx" | "sarif";

/** One scanner's report on one target, whatever form it came in. Plain data; every report of a form has the same members. */
export interface ScanReport {
  /** The same for the same bytes: digest of the file, `#`, and the number of the report in the file. */
  readonly id: string;
  /** The file's name, for messages. */
  readonly file: string;
  /** Digest of the file's bytes, `sha256:…`, as the caller computed it. */
  readonly digest: string;
  readonly format: ReportFormat;
  readonly scanner: Scanner;
  readonly database: Database;
  /** When the scan ran, as the report says (RFC 3339). */
  readonly scannedAt: string | undefined;
  readonly target: Target;
  readonly distribution: Distribution | undefined;
  /** What the scanner was told to leave out, as far as the report tells. */
  readonly filters: readonly Filter[];
  readonly inventory: Inventory;
  readonly findings: readonly ReportedFinding[];
  /** Entries that are no vulnerabilities and are not read further. */
  readonly beside: Beside;
  /** Entries that could not be read. A report with one of them proves nothing. */
  readonly problems: readonly EntryProblem[];
}

export interface Scanner {
  /** As the report says, in lower case, such as `trivy`. */
  readonly name: string;
  readonly version: string | undefined;
}

/** The scanner's vulnerability database. */
export interface Database {
  /** When it was built (RFC 3339); undefined where neither the report nor the caller says so. */
  readonly built: string | undefined;
  readonly schema: string | undefined;
}

export type TargetKind = "image" | "files" | "cluster" | "machine" | "sbom" | "unknown";

/** What was scanned. */
export interface Target {
  readonly kind: TargetKind;
  readonly name: string | undefined;
  /** Digests of the image's manifest, `sha256:…`. A list, because an image has one in each repository that holds it. */
  readonly digests: readonly string[];
  /** Digest of the image's configuration. */
  readonly imageId: string | undefined;
  /** `linux/amd64`. */
  readonly platform: string | undefined;
}

export interface Distribution {
  /** Canonical name, such as `redhat`; see `canonicalDistribution`. */
  readonly name: string;
  readonly version: string | undefined;
  /** True where its maker publishes no advisories any more. */
  readonly endOfLife: boolean;
}

export type FilterKind = "only-fixed" | "only-unfixed" | "severity" | "ignored" | "statuses";

export interface Filter {
  readonly kind: FilterKind;
  readonly detail: string;
}

/** The packages that the scanner saw. */
export interface Inventory {
  /** Whether the report lists packages at all; without a list nobody knows what was looked at. */
  readonly listed: boolean;
  readonly packages: readonly PackageIdentity[];
}

export interface Beside {
  readonly misconfigurations: number;
  readonly secrets: number;
  readonly licenses: number;
  readonly others: number;
}

export interface EntryProblem {
  /** Stable, `scan/…`. */
  readonly code: string;
  /** Where in the document, such as `matches[3].vulnerability`. */
  readonly path: string;
  readonly message: string;
}

/** One statement of a scanner: this package has this vulnerability. */
export interface ReportedFinding {
  /** Canonical id. */
  readonly id: string;
  /** Other names of the same vulnerability. */
  readonly aliases: readonly string[];
  /** Advisories that cover this and other vulnerabilities: never equal. */
  readonly related: readonly string[];
  readonly package: PackageIdentity;
  readonly locations: readonly FindingLocation[];
  /** The one that the scanner chose. */
  readonly severity: Severity;
  readonly severitySource: string | undefined;
  /** By all sources that the report names. */
  readonly severities: readonly SourcedSeverity[];
  readonly cvss: readonly CvssEntry[];
  readonly fix: Fix;
  readonly status: FindingStatus;
  /** The feed that it came from, such as `debian:distro:debian:12`. */
  readonly feed: string | undefined;
  readonly match: MatchKind | undefined;
  readonly exploited: KnownExploit | undefined;
  readonly epss: Epss | undefined;
  readonly published: string | undefined;
  readonly modified: string | undefined;
  readonly title: string | undefined;
  readonly url: string | undefined;
  readonly weaknesses: readonly string[];
  /** Set where the scanner's own settings put it aside. */
  readonly suppressed: Suppression | undefined;
}

export interface FindingLocation {
  readonly path: string | undefined;
  /** Digest of the layer or its diff id, as the report has it. */
  readonly layer: string | undefined;
  /** Object of a cluster, `namespace/kind/name`. */
  readonly resource: string | undefined;
}

export interface SourcedSeverity {
  readonly source: string;
  readonly severity: Severity;
}

export interface CvssEntry {
  readonly source: string;
  /** `2.0`, `3.0`, `3.1`, `4.0`. */
  readonly version: string;
  readonly vector: string | undefined;
  /** Base score, 0 to 10. */
  readonly score: number | undefined;
}

export type FixState = "fixed" | "not-fixed" | "wont-fix" | "deferred" | "unknown";

export interface Fix {
  readonly state: FixState;
  readonly versions: readonly string[];
}

export type FindingStatus =
  | "affected"
  | "fixed"
  | "under-investigation"
  | "will-not-fix"
  | "fix-deferred"
  | "end-of-life"
  | "not-affected"
  | "unknown";

/** How the scanner found the package's vulnerability: by the package, by its source package, or by a guessed CPE name. */
export type MatchKind = "direct" | "indirect" | "cpe";

export interface KnownExploit {
  readonly added: string | undefined;
  readonly due: string | undefined;
  readonly ransomware: boolean;
}

/** Exploit prediction (FIRST): probability and percentile, both 0 to 1. */
export interface Epss {
  readonly score: number;
  readonly percentile: number | undefined;
  readonly date: string | undefined;
}

export interface Suppression {
  /** `ignore-rule`, `vex`, or the scanner's word. */
  readonly by: string;
  readonly reason: string | undefined;
}

/** The empty list that all reports share. */
export const NONE: readonly never[] = [];

export const NO_FIX: Fix = { state: "unknown", versions: NONE };
