export {
  decideRelease,
  type Decision,
  type ReleaseDecision,
  type ReleaseRequest,
  type RequirementOutcome,
} from "./decide-release.ts";
export { fromBase64, toBase64 } from "./evidence/base64.ts";
export { openEnvelope, preAuthenticationEncoding, sealStatement } from "./evidence/dsse.ts";
export { readEvidence } from "./evidence/read-evidence.ts";
export type { EvidenceDocument, OtherFile } from "./evidence/evidence.ts";
export type { EvidenceFile, Trust, TrustedKey, VerifySignature } from "./evidence/evidence.ts";
export type { Outcome, ReleaseReason } from "./judge/outcome.ts";
export { canonicalJson } from "./output/canonical-json.ts";
export { toDecisionMarkdown, toDecisionText } from "./output/decision-page.ts";
export { toVerificationSummary } from "./output/verification-summary.ts";
export { readReleasePolicy } from "./policy/read-release-policy.ts";
export { RELEASE_POLICY_SCHEMA } from "./policy/release-policy-schema.ts";
export { DEFAULT_RELEASE_POLICY, type ReleasePolicy } from "./policy/release-policy.ts";
