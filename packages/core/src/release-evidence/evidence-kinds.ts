/** What a release needs to show, as the reference design's go / no-go asks for it. */
export const EVIDENCE_KINDS = [
  "scan",
  "compliance",
  "policy",
  "sbom",
  "provenance",
  "signature",
  "tests",
  "approval",
] as const;

export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** Types of predicates of in-toto statements that carry each kind, ours first. An image's signature is no statement. */
export const PREDICATE_TYPES: Readonly<
  Record<Exclude<EvidenceKind, "signature">, readonly [string, ...string[]]>
> = {
  scan: ["urn:plimsoll:predicate:scan:1"],
  compliance: ["urn:plimsoll:predicate:compliance:1"],
  policy: ["urn:plimsoll:predicate:policy:1"],
  sbom: ["https://cyclonedx.org/bom", "https://spdx.dev/Document", "https://spdx.dev/Document/v2.3"],
  provenance: ["https://slsa.dev/provenance/v1"],
  tests: ["https://in-toto.io/attestation/test-result/v0.1"],
  approval: ["urn:plimsoll:predicate:approval:1"],
};

export const STATEMENT_TYPE = "https://in-toto.io/Statement/v1";

/** Payload type of a DSSE envelope that holds an in-toto statement. */
export const STATEMENT_PAYLOAD_TYPE = "application/vnd.in-toto+json";

/** An in-toto statement, version 1: what is said (`predicate`) of which artifacts (`subject`). */
export interface Statement<Predicate = unknown> {
  readonly _type: typeof STATEMENT_TYPE;
  readonly subject: readonly StatementSubject[];
  readonly predicateType: string;
  readonly predicate: Predicate;
}

export interface StatementSubject {
  readonly name: string;
  /** By algorithm, in hexadecimal digits. */
  readonly digest: Readonly<Record<string, string>>;
}

/** A DSSE envelope (secure-systems-lab/dsse, version 1). Payload and signatures are base64. */
export interface DsseEnvelope {
  readonly payloadType: string;
  readonly payload: string;
  readonly signatures: readonly { readonly keyid: string; readonly sig: string }[];
}

/** A signature of an image in the form of cosign: the payload names the digest. */
export interface ImageSignature {
  readonly kind: "plimsoll-image-signature";
  /** Base64 of the simple-signing payload, as it was signed. */
  readonly payload: string;
  readonly signature: string;
  readonly keyid: string;
}

/** A statement about an image. */
export function imageStatement<Predicate>(
  image: { readonly name: string; readonly digest: string },
  predicateType: string,
  predicate: Predicate,
): Statement<Predicate> {
  const sha256 = image.digest.slice(image.digest.indexOf(":") + 1);
  return {
    _type: STATEMENT_TYPE,
    subject: [{ name: image.name, digest: { sha256 } }],
    predicateType,
    predicate,
  };
}
