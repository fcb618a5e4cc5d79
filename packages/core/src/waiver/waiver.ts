import type { Range } from "@plimsoll/syntax";

/** Why a finding may stand. */
export type JustificationCategory = (typeof JUSTIFICATION_CATEGORIES)[number];

export const JUSTIFICATION_CATEGORIES = [
  "false-positive",
  "risk-accepted",
  "compensating-control",
  "not-applicable",
  "vendor-dependency",
  "planned-remediation",
] as const;

/** The object that a waiver is about; every part that is given must be equal. */
export interface WaiverResource {
  readonly kind?: string;
  readonly name?: string;
  readonly namespace?: string;
}

/** What a waiver covers. At least one of path, resource, fingerprint and image digest must be given; all that are given must match. */
export interface WaiverScope {
  /** Globs from the workspace's root; one of them must match. */
  readonly paths?: readonly string[];
  readonly resource?: WaiverResource;
  readonly fingerprint?: string;
  /** Digest of the image that a finding is about, `sha256:…`. */
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
  /** Where the record stands, for findings about waivers. `range` is that of its id, where it was read from a file. */
  readonly source: { readonly file: string; readonly line: number; readonly range?: Range };
}
