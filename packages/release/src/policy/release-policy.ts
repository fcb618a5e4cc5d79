import type { EvidenceKind } from "@plimsoll/core/release-evidence";
import type { TrustedKey } from "../evidence/evidence.ts";

/** What must be shown before an image may be released. Data; the same policy on the same evidence decides the same. */
export interface ReleasePolicy {
  readonly require: readonly EvidenceKind[];
  /**
   * Whether statements must be signed by a trusted key. Without, whoever can write into the evidence folder decides; the decision
   * then says so.
   */
  readonly signed: boolean;
  readonly keys: readonly TrustedKey[];
  /** Oldest evidence that counts, in days, by kind; kinds that are not named have no age. */
  readonly maxAgeDays: Readonly<Partial<Record<EvidenceKind, number>>>;
  readonly scan: {
    /** Families of scanners that must have looked. */
    readonly minScanners: number;
    /** Oldest database, in days; undefined for any. */
    readonly maxDatabaseAgeDays: number | undefined;
  };
  readonly compliance: {
    readonly minEvaluated: number;
    /** From 0 to 1. */
    readonly minCoverage: number;
  };
  readonly provenance: {
    /** Ids of builders that are trusted; empty for any. */
    readonly builders: readonly string[];
    /** Where the source must come from, as the start of its URI; empty for any. */
    readonly sources: readonly string[];
  };
  readonly approval: {
    /** People who must have approved, the one who asked not among them. */
    readonly needed: number;
  };
  /** Times in which nothing is released, from and until (RFC 3339). */
  readonly freezes: readonly { readonly from: string; readonly until: string; readonly reason: string }[];
}

export const DEFAULT_RELEASE_POLICY: ReleasePolicy = {
  require: ["scan", "compliance", "policy", "sbom", "provenance", "signature", "approval"],
  signed: true,
  keys: [],
  maxAgeDays: { scan: 7, compliance: 30, policy: 30, approval: 7 },
  scan: { minScanners: 2, maxDatabaseAgeDays: 5 },
  compliance: { minEvaluated: 1, minCoverage: 0 },
  provenance: { builders: [], sources: [] },
  approval: { needed: 1 },
  freezes: [],
};
