import type { EvidenceKind } from "@plimsoll/core/release-evidence";

/** A file of the evidence folder. */
export interface EvidenceFile {
  /** Name for messages, from the folder. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Checks a signature with a key that the policy names. A port: it is WebCrypto in Node and in browsers. */
export type VerifySignature = (key: TrustedKey, data: Uint8Array, signature: Uint8Array) => Promise<boolean>;

/** A public key that may sign evidence. */
export interface TrustedKey {
  /** The name by which signatures and people call it. */
  readonly id: string;
  /** SubjectPublicKeyInfo in PEM. */
  readonly pem: string;
}

/** Who vouches for a document. */
export type Trust =
  | { readonly kind: "signed"; readonly keyid: string }
  | { readonly kind: "unsigned" }
  /** Signed, and no trusted key verifies it: altered, or of a stranger. */
  | { readonly kind: "broken"; readonly message: string };

/** What a file says, as far as it could be read. Everything in it is still to be judged. */
export interface EvidenceDocument {
  readonly path: string;
  /** SHA-256 of the file, in hexadecimal digits. */
  readonly sha256: string;
  readonly kind: EvidenceKind;
  /** SHA-256 digests of the artifacts that it is about, `sha256:…`. */
  readonly subjects: readonly string[];
  readonly trust: Trust;
  readonly predicate: unknown;
}

/** A file that is no evidence: another report that lies beside, or nothing that can be read. */
export interface OtherFile {
  readonly path: string;
  readonly sha256: string;
  readonly reason: string;
  /** True where it may be evidence that was damaged: nobody knows what it said. */
  readonly unreadable: boolean;
}
