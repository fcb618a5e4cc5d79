import { createReadStream, openAsBlob } from "node:fs";
import { join } from "node:path";
import { ActionFailure, readBounded } from "@plimsoll/action-kit";
import { isRecord, listOf, memberOf, numberOf, parseJsonText, textOf } from "@plimsoll/core/json";
import { MEDIA } from "../registry/registry-client.ts";

/** A part of an image, by digest. */
export interface Descriptor {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
}

/** One platform of an image. */
export interface PlatformImage extends Descriptor {
  /** Such as `linux/amd64`. */
  readonly platform: string;
  readonly config: Descriptor;
  readonly layers: readonly Descriptor[];
}

/** An image in a folder, by the OCI image layout. */
export interface BuiltImage {
  readonly folder: string;
  /** What a tag points to: a manifest, or an index of several. */
  readonly root: Descriptor;
  readonly platforms: readonly PlatformImage[];
}

const MAXIMUM_JSON_BYTES = 4 * 1024 * 1024;
const MAXIMUM_PLATFORMS = 50;
const DIGEST = /^sha256:[0-9a-f]{64}$/;

/**
 * Reads what an engine built.
 * @throws ActionFailure `build/layout` where the folder does not hold exactly one image
 */
export function readLayout(folder: string): BuiltImage {
  const heads = listOf(memberOf(readJson(join(folder, "index.json")), "manifests"));
  const [head] = heads;
  if (head === undefined || heads.length !== 1) throw broken(`it holds ${heads.length} images`);
  const root = descriptorOf(head);
  if (root.mediaType !== MEDIA.index) return { folder, root, platforms: [platformOf(folder, root)] };
  const members = listOf(memberOf(readJson(blobPath(folder, root.digest)), "manifests")).map(descriptorOf);
  if (members.length === 0 || members.length > MAXIMUM_PLATFORMS)
    throw broken(`it has ${members.length} platforms`);
  return { folder, root, platforms: members.map((member) => platformOf(folder, member)) };
}

/** Where a blob lies. */
export function blobPath(folder: string, digest: string): string {
  if (!DIGEST.test(digest)) throw broken(`${JSON.stringify(digest.slice(0, 100))} is no digest`);
  return join(folder, "blobs", "sha256", digest.slice("sha256:".length));
}

/** A blob as something that can be sent without being held in memory. */
export function blobOf(folder: string, digest: string): Promise<Blob> {
  return openAsBlob(blobPath(folder, digest));
}

/** A blob as a stream of bytes. */
export function streamOf(folder: string, digest: string): AsyncIterable<Buffer> {
  return createReadStream(blobPath(folder, digest), { highWaterMark: 1024 * 1024 });
}

/** A small blob. */
export function bytesOf(folder: string, digest: string): Buffer {
  return readBounded(blobPath(folder, digest), MAXIMUM_JSON_BYTES);
}

function platformOf(folder: string, manifest: Descriptor): PlatformImage {
  if (manifest.mediaType !== MEDIA.manifest) throw broken(`${manifest.mediaType} is no image of the OCI`);
  const content = readJson(blobPath(folder, manifest.digest));
  const config = descriptorOf(memberOf(content, "config"));
  const settings = readJson(blobPath(folder, config.digest));
  const parts = ["os", "architecture", "variant"].map((name) => textOf(memberOf(settings, name)));
  const platform = parts.filter((part) => part !== undefined && part !== "").join("/");
  return { ...manifest, platform, config, layers: listOf(memberOf(content, "layers")).map(descriptorOf) };
}

function descriptorOf(value: unknown): Descriptor {
  const mediaType = textOf(memberOf(value, "mediaType"));
  const digest = textOf(memberOf(value, "digest"));
  const size = numberOf(memberOf(value, "size"));
  if (mediaType === undefined || digest === undefined || size === undefined || !DIGEST.test(digest))
    throw broken("a part of it has no media type, digest or size");
  return { mediaType, digest, size };
}

function readJson(path: string): Readonly<Record<string, unknown>> {
  const parsed = parseJsonText(readBounded(path, MAXIMUM_JSON_BYTES).toString("utf8"));
  if ("value" in parsed && isRecord(parsed.value)) return parsed.value;
  throw broken(`${path} is no JSON object`);
}

function broken(what: string): ActionFailure {
  return new ActionFailure({
    code: "build/layout",
    message: `What the engine built cannot be read: ${what}.`,
    nextStep: "Look at the engine's log above, and report it with its version.",
  });
}
