import { createHash } from "node:crypto";
import { pipeline, Readable, type Transform } from "node:stream";
import { createGunzip, createZstdDecompress } from "node:zlib";
import { ActionFailure } from "@plimsoll/action-kit";
import type { BuildSecret } from "../request/build-secrets.ts";
import { type BuiltImage, type Descriptor, streamOf } from "./oci-layout.ts";

/** A secret that is in the image. */
export interface Leak {
  /** Id of the secret. */
  readonly id: string;
  /** Digest of the part that holds it. */
  readonly digest: string;
  readonly part: "layer" | "configuration" | "manifest";
}

/** What looking at every byte of an image gave. */
export interface Examination {
  readonly leaks: readonly Leak[];
  /** Ids of secrets that are too short to be looked for. */
  readonly tooShort: readonly string[];
}

/** Shorter texts occur by chance. */
const SHORTEST = 8;
/** Lines of a longer secret that tell it by themselves. */
const SHORTEST_LINE = 16;
/** A layer that unpacks to more is a trap. */
const MAXIMUM_UNPACKED_BYTES = 64 * 1024 ** 3;

/** Bytes that are unpacked at a time. */
const CHUNK = 1024 * 1024;

interface Needle {
  readonly id: string;
  readonly bytes: Buffer;
}

/**
 * Looks at every byte of an image: each part must have its digest, and none may hold a secret, as it is or in base64.
 * @throws ActionFailure `build/layout` where a part is not what its digest says or cannot be unpacked
 */
export async function examine(image: BuiltImage, secrets: readonly BuildSecret[]): Promise<Examination> {
  const long = secrets.filter(({ value }) => trimmed(value).length >= SHORTEST);
  const needles = long.flatMap(needlesOf);
  const leaks: Leak[] = [];
  const seen = new Set<string>();
  for (const { descriptor, part } of partsOf(image)) {
    if (seen.has(descriptor.digest)) continue;
    seen.add(descriptor.digest);
    for (const id of await searchPart(image.folder, descriptor, needles)) {
      leaks.push({ id, digest: descriptor.digest, part });
    }
  }
  const tooShort = secrets.filter((secret) => !long.includes(secret)).map(({ id }) => id);
  return { leaks, tooShort };
}

function partsOf(
  image: BuiltImage,
): readonly { readonly descriptor: Descriptor; readonly part: Leak["part"] }[] {
  return [
    { descriptor: image.root, part: "manifest" },
    ...image.platforms.flatMap((platform) => [
      { descriptor: platform, part: "manifest" } as const,
      { descriptor: platform.config, part: "configuration" } as const,
      ...platform.layers.map((descriptor) => ({ descriptor, part: "layer" }) as const),
    ]),
  ];
}

function trimmed(value: Buffer): Buffer {
  return Buffer.from(value.toString("latin1").trim(), "latin1");
}

function needlesOf({ id, value }: BuildSecret): readonly Needle[] {
  const whole = trimmed(value);
  const lines = whole
    .toString("latin1")
    .split(/\r?\n/u)
    .map((line) => line.trim())
    // The frame of a key or certificate is no secret.
    .filter((line) => line.length >= SHORTEST_LINE && !line.startsWith("-----"))
    .map((line) => Buffer.from(line, "latin1"));
  const escaped = Buffer.from(JSON.stringify(whole.toString("utf8")).slice(1, -1));
  const forms = [whole, ...lines, escaped, ...base64Forms(whole)];
  const distinct = new Map(forms.map((bytes) => [bytes.toString("latin1"), bytes]));
  return [...distinct.values()].map((bytes) => ({ id, bytes }));
}

/** What base64 makes of a text inside a longer one depends on where it begins: three ways, without the ends that neighbours change. */
function base64Forms(value: Buffer): readonly Buffer[] {
  return [0, 1, 2].flatMap((offset) => {
    const encoded = Buffer.concat([Buffer.alloc(offset), value])
      .toString("base64")
      .replace(/=+$/u, "");
    const start = offset === 0 ? 0 : offset + 1;
    const end = encoded.length - ((offset + value.length) % 3 === 0 ? 0 : 1);
    const inner = encoded.slice(start, end);
    return inner.length >= SHORTEST ? [Buffer.from(inner)] : [];
  });
}

/** Ids of the secrets that a part holds. */
async function searchPart(
  folder: string,
  { digest, mediaType, size }: Descriptor,
  needles: readonly Needle[],
): Promise<ReadonlySet<string>> {
  const hash = createHash("sha256");
  let length = 0;
  const raw = async function* (): AsyncIterable<Buffer> {
    for await (const chunk of streamOf(folder, digest)) {
      hash.update(chunk);
      length += chunk.length;
      yield chunk;
    }
  };
  try {
    const found = await search(unpacked(raw(), mediaType), needles);
    if (`sha256:${hash.digest("hex")}` !== digest || length !== size)
      throw new Error("it is not what its digest says");
    return found;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ActionFailure({
      code: "build/layout",
      message: `${digest} (${mediaType}) of the built image cannot be examined: ${reason}.`,
      nextStep: "Build again; report it with the engine's version where it stays.",
      cause: error,
    });
  }
}

function unpacked(raw: AsyncIterable<Buffer>, mediaType: string): AsyncIterable<Buffer> {
  const unpacker = unpackerOf(mediaType);
  if (unpacker === undefined) return raw;
  // Errors of either side come out of the iteration.
  return pipeline(Readable.from(raw), unpacker, () => undefined);
}

function unpackerOf(mediaType: string): Transform | undefined {
  if (mediaType.endsWith("gzip")) return createGunzip({ chunkSize: CHUNK });
  if (mediaType.endsWith("+zstd")) return createZstdDecompress({ chunkSize: CHUNK });
  return undefined;
}

async function search(
  chunks: AsyncIterable<Buffer>,
  needles: readonly Needle[],
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  const overlap = Math.max(1, ...needles.map(({ bytes }) => bytes.length)) - 1;
  let rest = Buffer.alloc(0);
  let total = 0;
  for await (const chunk of chunks) {
    total += chunk.length;
    if (total > MAXIMUM_UNPACKED_BYTES) throw new Error("it unpacks to more than 64 GiB");
    const window = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    for (const { id, bytes } of needles) if (!found.has(id) && window.includes(bytes)) found.add(id);
    rest = Buffer.from(window.subarray(Math.max(0, window.length - overlap)));
  }
  return found;
}
