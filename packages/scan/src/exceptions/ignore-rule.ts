import type { FixState } from "../report/scan-report.ts";

/** A rule of a scanner's own ignore file. It has no approver, so it only counts where the caller hands it to the gate. */
export interface IgnoreRule {
  readonly file: string;
  /** From 1; undefined for files whose records have no line of their own. */
  readonly line: number | undefined;
  /** Canonical id; undefined for rules on a package. */
  readonly vulnerability: string | undefined;
  /** Purls or patterns with `*`; one must match. */
  readonly purls: readonly string[] | undefined;
  /** Paths in the image, or patterns with `*`; one must match. */
  readonly paths: readonly string[] | undefined;
  readonly packageName: string | undefined;
  readonly packageVersion: string | undefined;
  /** purl type. */
  readonly packageType: string | undefined;
  readonly fixState: FixState | undefined;
  /** Last day, `YYYY-MM-DD`; undefined for ever. */
  readonly expires: string | undefined;
  readonly statement: string | undefined;
}

export interface ParsedIgnoreRules {
  readonly rules: readonly IgnoreRule[];
  /** What was not understood and so ignores nothing. */
  readonly problems: readonly IgnoreProblem[];
}

export interface IgnoreProblem {
  /** Stable, `scan-ignore/…`. */
  readonly code: string;
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** A rule with nothing but its place. */
export function emptyRule(file: string, line: number | undefined): IgnoreRule {
  return {
    file,
    line,
    vulnerability: undefined,
    purls: undefined,
    paths: undefined,
    packageName: undefined,
    packageVersion: undefined,
    packageType: undefined,
    fixState: undefined,
    expires: undefined,
    statement: undefined,
  };
}
