import { blobOf, bytesOf, type BuiltImage } from "../layout/oci-layout.ts";
import type { RegistryClient } from "./registry-client.ts";

/** Pushes all parts of an image. No tag points to it yet. */
export async function pushLayout(client: RegistryClient, image: BuiltImage): Promise<void> {
  for (const { config, layers } of image.platforms) {
    for (const { digest } of [...layers, config])
      await client.putBlob(digest, await blobOf(image.folder, digest));
  }
  for (const { digest, mediaType } of image.platforms) {
    await client.putManifest(digest, mediaType, bytesOf(image.folder, digest));
  }
  const { digest, mediaType } = image.root;
  await client.putManifest(digest, mediaType, bytesOf(image.folder, digest));
}

/** Lets tags point to an image that is there. */
export async function tagImage(
  client: RegistryClient,
  image: BuiltImage,
  tags: readonly string[],
): Promise<void> {
  const { digest, mediaType } = image.root;
  for (const tag of tags) await client.putManifest(tag, mediaType, bytesOf(image.folder, digest));
}
