import type { ComplianceReport, ComplianceResult, ComplianceRun, ComplianceVerdict } from "@plimsoll/core";

/** What a writer of compliance is given. */
export interface ComplianceSubject {
  readonly report: ComplianceReport;
  readonly verdict: ComplianceVerdict;
  /** Digest of the image that the report is bound to, where it is. */
  readonly imageDigest?: string;
  readonly toolVersion: string;
}

/** The runs that were judged; all of them where none could be chosen, since a reader then has to see them all. */
export function judgedRuns({ report, verdict }: ComplianceSubject): readonly ComplianceRun[] {
  if (verdict.runs.length === 0) return report.runs;
  return verdict.runs.map((index) => report.runs[index]).filter((run) => run !== undefined);
}

/** The name by which a person knows the rule: its STIG id, else its id. */
export function nameOf({ stigId, ruleId }: ComplianceResult): string {
  return stigId === "" ? ruleId : stigId;
}

/** The waiver that excuses a result. */
export function waiverOf({ verdict }: ComplianceSubject): ReadonlyMap<ComplianceResult, string> {
  return new Map(verdict.waived.map(({ result, waiver }) => [result, waiver]));
}
