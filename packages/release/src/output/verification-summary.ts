import { imageStatement, type Statement } from "@plimsoll/core/release-evidence";
import type { ReleaseDecision } from "../decide-release.ts";

const PREDICATE_TYPE = "https://slsa.dev/verification_summary/v1";

/** The decision as a SLSA verification summary, to be sealed in an envelope. Only `go` passes. */
export function toVerificationSummary(decision: ReleaseDecision, toolVersion: string): Statement {
  const { image, environment, decidedAt, policyDigest, inputs } = decision;
  return imageStatement(image, PREDICATE_TYPE, {
    verifier: { id: "urn:plimsoll:release", version: { plimsoll: toolVersion } },
    timeVerified: decidedAt,
    resourceUri: `oci://${image.name}@${image.digest}`,
    policy: {
      uri: `urn:plimsoll:release-policy:${environment}`,
      digest: { sha256: policyDigest.slice("sha256:".length) },
    },
    inputAttestations: inputs.map(({ path, sha256 }) => ({ uri: path, digest: { sha256 } })),
    verificationResult: decision.decision === "go" ? "PASSED" : "FAILED",
    verifiedLevels: [],
    slsaVersion: "1.1",
  });
}
