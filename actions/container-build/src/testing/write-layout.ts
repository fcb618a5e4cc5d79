import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** What an image is to hold. */
export interface LayoutWish {
  /** Unpacked layers; one with a line of text where nothing is said. */
  readonly layers?: readonly (string | Uint8Array)[];
  readonly env?: readonly string[];
  /** `linux/amd64` alone, or several. */
  readonly architectures?: readonly string[];
}

/** Writes an image as an engine does, as an OCI layout. Returns the digest that a tag would point to. */
export function writeLayout(folder: string, wish: LayoutWish = {}): string {
  mkdirSync(join(folder, "blobs/sha256"), { recursive: true });
  const architectures = wish.architectures ?? ["amd64"];
  const manifests = architectures.map((architecture) => writeManifest(folder, architecture, wish));
  const [only] = manifests;
  const root =
    only !== undefined && manifests.length === 1
      ? only
      : put(
          folder,
          "application/vnd.oci.image.index.v1+json",
          JSON.stringify({ schemaVersion: 2, manifests }),
        );
  writeFileSync(join(folder, "oci-layout"), '{"imageLayoutVersion":"1.0.0"}');
  writeFileSync(join(folder, "index.json"), JSON.stringify({ schemaVersion: 2, manifests: [root] }));
  return root.digest;
}

function writeManifest(folder: string, architecture: string, { layers, env = [] }: LayoutWish): Descriptor {
  const contents = layers ?? ["a file of the image"];
  const config = put(
    folder,
    "application/vnd.oci.image.config.v1+json",
    JSON.stringify({
      architecture,
      os: "linux",
      config: { Env: env },
      rootfs: { type: "layers", diff_ids: [] },
    }),
  );
  const written = contents.map((content) =>
    put(folder, "application/vnd.oci.image.layer.v1.tar+gzip", gzipSync(content)),
  );
  const mediaType = "application/vnd.oci.image.manifest.v1+json";
  return put(folder, mediaType, JSON.stringify({ schemaVersion: 2, mediaType, config, layers: written }));
}

interface Descriptor {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
}

function put(folder: string, mediaType: string, content: string | Uint8Array): Descriptor {
  const hex = createHash("sha256").update(content).digest("hex");
  writeFileSync(join(folder, "blobs/sha256", hex), content);
  return { mediaType, digest: `sha256:${hex}`, size: Buffer.byteLength(content) };
}
