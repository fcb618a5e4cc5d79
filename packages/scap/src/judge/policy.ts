import type { ComplianceResult } from "@plimsoll/core";
import type { CountLimit } from "./threshold.ts";

/** What a compliance report must show. */
export interface CompliancePolicy {
  /** Rules that must at least have been judged; at least 1. */
  readonly minEvaluated: number;
  /** Share of the rules that were to be judged which must have been; from 0 to 1. */
  readonly minCoverage: number;
  /** Failures of this category and of weightier ones fail: 3 is all of them. */
  readonly categoryCutoff: 1 | 2 | 3;
  /** The image that the report must be about, `sha256:…`; undefined where none is asked for. */
  readonly imageDigest?: string;
  /** Digest that the caller has bound the report to, for reports that name none. */
  readonly boundDigest?: string;
  /** Run that is judged, by its id or its profile; the latest where absent. */
  readonly run?: string;
  /** Oldest end of the run that is taken, in days; with `now` in milliseconds since 1970. */
  readonly maxAgeDays?: number;
  readonly now: number;
  readonly waivers: readonly ComplianceWaiver[];
  readonly limits: readonly CountLimit[];
}

/** A failure that may stand. The rule is named by any of its ids: rule, group (`V-…`), STIG id, CCE. */
export interface ComplianceWaiver {
  readonly id: string;
  readonly rule: string;
  /** ISO date; the waiver holds through it (UTC). */
  readonly expires: string;
  readonly imageDigest?: string;
}

export const DEFAULT_POLICY: Omit<CompliancePolicy, "now"> = {
  minEvaluated: 1,
  minCoverage: 0,
  categoryCutoff: 3,
  waivers: [],
  limits: [],
};

/** The ids by which people name a result's rule. */
export function idsOf(result: ComplianceResult): readonly string[] {
  const ids = [result.ruleId, result.groupId, result.stigId, ...result.cces];
  return ids.filter((id) => id !== "");
}
