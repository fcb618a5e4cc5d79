import { complianceChecks } from "./compliance-checks.ts";
import type { EvidenceOutcome, EvidenceSet } from "./evidence-set.ts";
import { registryChecks } from "./registry-checks.ts";
import { scanChecks } from "./scan-checks.ts";

const CHECKS = { ...registryChecks, ...scanChecks, ...complianceChecks };

/** Ids of the catalogue that are judged on evidence. */
export const EVIDENCE_CHECKS: readonly string[] = Object.keys(CHECKS).sort();

/** Judges the evidence by every check, in the order of their ids. Without evidence nothing is checked. */
export function judgeEvidence(evidence: EvidenceSet | undefined): readonly EvidenceOutcome[] {
  return EVIDENCE_CHECKS.map((check) => {
    const judge = CHECKS[check];
    if (evidence === undefined || judge === undefined) {
      const message = "No folder of evidence was given.";
      return { check, outcome: "not-checked", message, files: [] };
    }
    return { check, ...judge(evidence) };
  });
}
