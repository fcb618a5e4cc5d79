import { type EvidenceFolder, safeLine } from "@plimsoll/action-kit";
import { STATEMENT_PAYLOAD_TYPE, type ImageSignature, type Statement } from "@plimsoll/core/release-evidence";
import { sealStatement } from "@plimsoll/release";
import type { BuiltImage } from "../layout/oci-layout.ts";
import type { Attachment, CosignLayer } from "../registry/attach.ts";
import type { Signer } from "../signing/signer.ts";
import { signImage } from "../signing/simple-signing.ts";
import { indexSbom } from "./index-sbom.ts";
import type { Sbom } from "./sbom.ts";

/** A statement, as it goes into the evidence and to the registry. */
export interface Attestation {
  /** Digest of the manifest that it is about and hangs on. */
  readonly subject: string;
  readonly predicateType: string;
  readonly bytes: Buffer;
  readonly sealed: boolean;
  /** Path in the evidence folder. */
  readonly path: string;
}

/** What attesting needs. */
export interface Attesting {
  readonly folder: EvidenceFolder;
  readonly signer: Signer | undefined;
}

/** Writes a statement into the evidence: sealed where there is a key, bare otherwise. */
export async function attest(
  {
    name,
    subject,
    statement,
  }: { readonly name: string; readonly subject: string; readonly statement: Statement },
  { folder, signer }: Attesting,
): Promise<Attestation> {
  const content = signer === undefined ? statement : await sealStatement(statement, signer);
  const bytes = Buffer.from(JSON.stringify(content));
  const { path } = folder.write(`${name}.${signer === undefined ? "statement" : "dsse"}.json`, bytes);
  return { subject, predicateType: statement.predicateType, bytes, sealed: signer !== undefined, path };
}

/** Attests the SBOM of each platform. With one platform it is `sbom`; with several each has its name, and `sbom` is that of them all. */
export async function attestSboms(
  {
    sboms,
    image,
    name,
  }: { readonly sboms: readonly Sbom[]; readonly image: BuiltImage; readonly name: string },
  attesting: Attesting,
): Promise<readonly Attestation[]> {
  const attestations: Attestation[] = [];
  const { digest } = image.root;
  if (sboms.length > 1) {
    const statement = indexSbom(sboms, { name, digest });
    attesting.folder.write("sbom.cdx.json", JSON.stringify(statement.predicate));
    attestations.push(await attest({ name: "sbom", subject: digest, statement }, attesting));
  }
  for (const { platform, statement, document } of sboms) {
    const file = sboms.length === 1 ? "sbom" : `sbom-${platform.platform.replaceAll(/[^a-z0-9]+/gu, "-")}`;
    attesting.folder.write(`${file}.cdx.json`, document);
    attestations.push(await attest({ name: file, subject: platform.digest, statement }, attesting));
  }
  return attestations;
}

/** Signs the image's digest, and those of its platforms where it has several: some verifiers look at the one that they pull. */
export async function signAll(
  name: string,
  image: BuiltImage,
  { folder, signer }: Attesting,
): Promise<ReadonlyMap<string, ImageSignature>> {
  const signatures = new Map<string, ImageSignature>();
  if (signer === undefined) return signatures;
  for (const { digest } of [image.root, ...image.platforms]) {
    if (!signatures.has(digest)) signatures.set(digest, await signImage({ name, digest }, signer));
  }
  const main = signatures.get(image.root.digest);
  if (main !== undefined) folder.write("signature.json", JSON.stringify(main));
  return signatures;
}

/** A statement as an OCI referrer. */
export function referrerOf({ bytes, sealed, predicateType }: Attestation): Attachment {
  const mediaType = sealed ? "application/vnd.dsse.envelope.v1+json" : STATEMENT_PAYLOAD_TYPE;
  return {
    artifactType: mediaType,
    mediaType,
    content: bytes,
    annotations: { "in-toto.io/predicate-type": safeLine(predicateType) },
  };
}

/** A sealed statement as cosign keeps it. */
export function cosignAttestation({ bytes, predicateType }: Attestation): CosignLayer {
  return {
    mediaType: "application/vnd.dsse.envelope.v1+json",
    content: bytes,
    annotations: { "dev.cosignproject.cosign/signature": "", predicateType },
  };
}

/** A signature as cosign keeps it. */
export function cosignSignature({ payload, signature }: ImageSignature): CosignLayer {
  return {
    mediaType: "application/vnd.dev.cosign.simplesigning.v1+json",
    content: Buffer.from(payload, "base64"),
    annotations: { "dev.cosignproject.cosign/signature": signature },
  };
}
