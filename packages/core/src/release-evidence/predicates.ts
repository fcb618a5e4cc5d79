/** What an evidence's verdict is made of; `indeterminate` is no pass. */
export interface JudgedPredicate {
  readonly verdict: "pass" | "fail" | "indeterminate";
  readonly reasons: readonly { readonly code: string; readonly message: string }[];
  /** When it was judged (RFC 3339). */
  readonly judgedAt: string;
  /** The documents behind it, by path and SHA-256 in hexadecimal digits. */
  readonly reports: readonly { readonly name: string; readonly sha256: string }[];
}

/** What the scanners found in an image, merged and gated. */
export interface ScanPredicate extends JudgedPredicate {
  readonly scanners: readonly {
    readonly name: string;
    readonly version: string;
    /** Engines of one family count once. */
    readonly family: string;
    /** When its database was built (RFC 3339); empty where nobody knows. */
    readonly databaseBuilt: string;
  }[];
  /** Findings that nothing excuses, by severity. */
  readonly counts: Readonly<Record<string, number>>;
}

/** What a SCAP checker found. */
export interface CompliancePredicate extends JudgedPredicate {
  readonly benchmark: string;
  readonly profile: string;
  readonly evaluated: number;
  readonly selected: number;
  /** From 0 to 1. */
  readonly coverage: number;
  readonly failed: {
    readonly cat1: number;
    readonly cat2: number;
    readonly cat3: number;
    readonly other: number;
  };
}

/** What the rules found in the files that build and deploy the image. */
export interface PolicyPredicate extends JudgedPredicate {
  readonly profile: string;
  readonly checkedFiles: number;
  readonly notChecked: number;
  readonly errors: number;
  readonly warnings: number;
  /** Requirements of the design that a finding stands against. */
  readonly requirements: readonly string[];
}

/** Who let the release go, or not. */
export interface ApprovalPredicate {
  readonly environment: string;
  /** Who asked; an approval of their own does not count. */
  readonly requestedBy: string;
  readonly approvals: readonly {
    readonly by: string;
    readonly state: "approved" | "rejected";
    readonly at: string;
    readonly comment: string;
  }[];
}
