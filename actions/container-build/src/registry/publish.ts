import type { ImageSignature } from "@plimsoll/core/release-evidence";
import { listOf, memberOf, parseJsonText, textOf } from "@plimsoll/core/json";
import { openEnvelope } from "@plimsoll/release";
import { type Attestation, cosignAttestation, cosignSignature, referrerOf } from "../attest/attest.ts";
import type { BuiltImage, Descriptor } from "../layout/oci-layout.ts";
import type { Signer } from "../signing/signer.ts";
import { attachForCosign, attachReferrers, fallbackTag } from "./attach.ts";
import { registryFailure } from "./failure.ts";
import { pushLayout, tagImage } from "./push-layout.ts";
import type { RegistryClient } from "./registry-client.ts";

/** What goes to the registry. */
export interface Publication {
  readonly image: BuiltImage;
  readonly tags: readonly string[];
  readonly attestations: readonly Attestation[];
  /** By the digest that was signed. */
  readonly signatures: ReadonlyMap<string, ImageSignature>;
  readonly signer: Signer | undefined;
}

/**
 * Pushes image, statements and signatures, reads them back and verifies them, and only then sets the tags: a tag never points to
 * something that was not verified.
 */
export async function publish(client: RegistryClient, publication: Publication): Promise<void> {
  const { image, tags } = publication;
  await pushLayout(client, image);
  for (const subject of subjectsOf(image)) await attachTo(client, subject, publication);
  await verifyPublished(client, publication);
  await tagImage(client, image, tags);
  for (const tag of tags) {
    const found = await client.getManifest(tag);
    if (found?.digest !== image.root.digest)
      throw unverified(client, `the tag ${tag} points to ${found?.digest ?? "nothing"} after it was set`);
  }
}

/** The root, and the platforms where they are something else. */
function subjectsOf({ root, platforms }: BuiltImage): readonly Descriptor[] {
  return [root, ...platforms.filter(({ digest }) => digest !== root.digest)];
}

async function attachTo(
  client: RegistryClient,
  subject: Descriptor,
  publication: Publication,
): Promise<void> {
  const own = publication.attestations.filter((attestation) => attestation.subject === subject.digest);
  await attachReferrers(client, subject, own.map(referrerOf));
  const sealed = own.filter((attestation) => attestation.sealed).map(cosignAttestation);
  const tag = fallbackTag(subject.digest);
  if (sealed.length > 0) await attachForCosign(client, `${tag}.att`, sealed);
  const signature = publication.signatures.get(subject.digest);
  if (signature !== undefined) await attachForCosign(client, `${tag}.sig`, [cosignSignature(signature)]);
}

const MAXIMUM_DOCUMENT_BYTES = 192 * 1024 * 1024;

/** Reads back what was pushed, as somebody else would find it. */
async function verifyPublished(client: RegistryClient, publication: Publication): Promise<void> {
  const { image, signer, signatures, attestations } = publication;
  for (const { digest } of subjectsOf(image)) {
    if ((await client.getManifest(digest)) === undefined) throw unverified(client, `${digest} is not there`);
    if (signer === undefined) continue;
    const tag = fallbackTag(digest);
    if (signatures.has(digest)) await verifySignature(client, { tag: `${tag}.sig`, digest, signer });
    const wanted = attestations.filter(({ subject }) => subject === digest);
    if (wanted.length > 0) await verifyStatements(client, { tag: `${tag}.att`, signer, wanted });
  }
}

async function verifySignature(
  client: RegistryClient,
  { tag, digest, signer }: { readonly tag: string; readonly digest: string; readonly signer: Signer },
): Promise<void> {
  for (const layer of await layersUnder(client, tag)) {
    const payload = await client.getBlob(digestIn(layer), MAXIMUM_DOCUMENT_BYTES);
    const text = textOf(memberOf(memberOf(layer, "annotations"), "dev.cosignproject.cosign/signature")) ?? "";
    const parsed = parseJsonText(payload.toString("utf8"));
    const image = "value" in parsed ? memberOf(memberOf(parsed.value, "critical"), "image") : undefined;
    if (memberOf(image, "docker-manifest-digest") !== digest) continue;
    if (signer.verify(payload, Buffer.from(text, "base64"))) return;
  }
  throw unverified(client, `no signature under ${tag} is of our key`);
}

async function verifyStatements(
  client: RegistryClient,
  {
    tag,
    signer,
    wanted,
  }: { readonly tag: string; readonly signer: Signer; readonly wanted: readonly Attestation[] },
): Promise<void> {
  const found = new Set<string>();
  const key = { id: signer.keyid, pem: "" };
  for (const layer of await layersUnder(client, tag)) {
    const bytes = await client.getBlob(digestIn(layer), MAXIMUM_DOCUMENT_BYTES);
    const parsed = parseJsonText(bytes.toString("utf8"));
    if (!("value" in parsed)) continue;
    const opened = await openEnvelope(parsed.value, [key], (_, data, signature) =>
      Promise.resolve(signer.verify(data, signature)),
    );
    if (!("problem" in opened) && opened.trust.kind === "signed") found.add(bytes.toString("latin1"));
  }
  const missing = wanted.find(({ bytes }) => !found.has(bytes.toString("latin1")));
  if (missing !== undefined)
    throw unverified(client, `the statement ${missing.predicateType} does not verify`);
}

async function layersUnder(client: RegistryClient, tag: string): Promise<readonly unknown[]> {
  const manifest = await client.getManifest(tag);
  const parsed = parseJsonText(manifest?.bytes.toString("utf8") ?? "");
  return "value" in parsed ? listOf(memberOf(parsed.value, "layers")) : [];
}

function digestIn(layer: unknown): string {
  return textOf(memberOf(layer, "digest")) ?? "";
}

function unverified(client: RegistryClient, what: string): Error {
  return registryFailure(
    client.repository,
    `what was pushed does not verify: ${what}`,
    "Push again; no tag was set by this run before it was verified.",
  );
}
