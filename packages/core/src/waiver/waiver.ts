/** Why a finding may stand. */
export type JustificationCategory =
  | "false-positive"
  | "risk-accepted"
  | "compensating-control"
  | "not-applicable"
  | "vendor-dependency"
  | "planned-remediation";

/** What a waiver covers. At least one of path, resource and fingerprint must be given. */
export interface WaiverScope {
  /** Globs from the workspace's root. */
  readonly paths?: readonly string[];
  readonly resource?: { readonly kind?: string; readonly name?: string; readonly namespace?: string };
  readonly fingerprint?: string;
  /** Digest of the image that a finding is about. */
  readonly imageDigest?: string;
}

/** One record: a rule may be broken here, for this reason, until this day. */
export interface Waiver {
  readonly id: string;
  readonly rule: string;
  readonly scope: WaiverScope;
  readonly category: JustificationCategory;
  readonly statement: string;
  readonly approver: string;
  readonly ticket?: string;
  /** ISO dates, `2026-11-24`. A waiver holds through its last day (UTC). */
  readonly created: string;
  readonly expires: string;
  /** Plan-of-action item. */
  readonly planOfAction?: string;
  /** Where the record stands, for findings about waivers. */
  readonly source: { readonly file: string; readonly line: number };
}
