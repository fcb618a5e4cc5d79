import { isRecord, listOf, memberOf, parseJsonText, textOf } from "@plimsoll/core/json";
import { digestOf, MEDIA, type RegistryClient, type StoredManifest } from "./registry-client.ts";
import { registryFailure } from "./failure.ts";
import type { Descriptor } from "../layout/oci-layout.ts";

/** A document that belongs to an image. */
export interface Attachment {
  /** Of the manifest that carries it, as referrers are listed by it. */
  readonly artifactType: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
  /** Of the manifest. */
  readonly annotations: Readonly<Record<string, string>>;
}

/** A document that cosign looks for by a tag, `sha256-….sig` or `sha256-….att`. */
export interface CosignLayer {
  readonly mediaType: string;
  readonly content: Uint8Array;
  readonly annotations: Readonly<Record<string, string>>;
}

const EMPTY = Buffer.from("{}");
/** Entries of an index that is kept under a tag. */
const MAXIMUM_ENTRIES = 1000;
const ATTEMPTS = 5;

/** Attaches documents to an image as OCI referrers (distribution specification 1.1), by tag where the registry keeps no list. */
export async function attachReferrers(
  client: RegistryClient,
  subject: Descriptor,
  attachments: readonly Attachment[],
): Promise<void> {
  if (attachments.length === 0) return;
  await client.putBlob(digestOf(EMPTY), EMPTY);
  const listed: object[] = [];
  for (const attachment of attachments) {
    const { content, mediaType, artifactType, annotations } = attachment;
    await client.putBlob(digestOf(content), content);
    const manifest = Buffer.from(
      JSON.stringify({
        schemaVersion: 2,
        mediaType: MEDIA.manifest,
        artifactType,
        config: { mediaType: MEDIA.empty, digest: digestOf(EMPTY), size: EMPTY.length },
        layers: [{ mediaType, digest: digestOf(content), size: content.length }],
        subject: bare(subject),
        annotations,
      }),
    );
    const digest = digestOf(manifest);
    const { subject: known } = await client.putManifest(digest, MEDIA.manifest, manifest);
    if (!known)
      listed.push({ mediaType: MEDIA.manifest, digest, size: manifest.length, artifactType, annotations });
  }
  if (listed.length > 0) await listByTag(client, fallbackTag(subject.digest), listed);
}

function bare({ mediaType, digest, size }: Descriptor): Descriptor {
  return { mediaType, digest, size };
}

/** Where the specification lists referrers for registries that do not. */
export function fallbackTag(digest: string): string {
  return digest.replace(":", "-");
}

/** Adds entries to the index under a tag. Another writer may come in between, so it is read again and repeated. */
async function listByTag(client: RegistryClient, tag: string, entries: readonly object[]): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const known = entriesUnder(await client.getManifest(tag), "manifests");
    const wanted = entries.map((entry) => textOf(memberOf(entry, "digest")));
    const others = known.filter((entry) => !wanted.includes(textOf(memberOf(entry, "digest"))));
    const manifests = [...others, ...entries].slice(-MAXIMUM_ENTRIES);
    const index = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: MEDIA.index, manifests }));
    await client.putManifest(tag, MEDIA.index, index);
    const after = entriesUnder(await client.getManifest(tag), "manifests").map((entry) =>
      textOf(memberOf(entry, "digest")),
    );
    if (wanted.every((digest) => after.includes(digest))) return;
  }
  throw registryFailure(client.repository, `the list under ${tag} keeps changing`, "Run the step again.");
}

function entriesUnder(manifest: StoredManifest | undefined, member: string): readonly unknown[] {
  if (manifest === undefined) return [];
  const parsed = parseJsonText(manifest.bytes.toString("utf8"));
  return "value" in parsed ? listOf(memberOf(parsed.value, member)) : [];
}

/** Adds documents under the tag by which cosign finds them. Those of others stay. */
export async function attachForCosign(
  client: RegistryClient,
  tag: string,
  layers: readonly CosignLayer[],
): Promise<void> {
  const known = entriesUnder(await client.getManifest(tag), "layers").filter(isRecord);
  const added = layers.map(({ mediaType, content, annotations }) => ({
    mediaType,
    digest: digestOf(content),
    size: content.length,
    annotations,
  }));
  for (const { content } of layers) await client.putBlob(digestOf(content), content);
  const all = [...known, ...added].slice(-MAXIMUM_ENTRIES);
  // cosign reads the configuration as that of an image with as many layers.
  const diffIds = all.map((layer) => textOf(memberOf(layer, "digest")));
  const config = Buffer.from(
    JSON.stringify({ architecture: "", os: "", config: {}, rootfs: { type: "layers", diff_ids: diffIds } }),
  );
  await client.putBlob(digestOf(config), config);
  const manifest = Buffer.from(
    JSON.stringify({
      schemaVersion: 2,
      mediaType: MEDIA.manifest,
      config: { mediaType: MEDIA.config, digest: digestOf(config), size: config.length },
      layers: all,
    }),
  );
  await client.putManifest(tag, MEDIA.manifest, manifest);
}
