import type { ActionPorts } from "@plimsoll/action-kit";
import type { ImageReference } from "@plimsoll/syntax";
import type { CredentialStore } from "./credentials.ts";
import { registryFailure } from "./failure.ts";
import { RegistryClient } from "./registry-client.ts";

/** Finds the digest of a tag in its registry. Each image is asked for once, so that it is one image for the whole build. */
export function digestResolver({
  ports,
  credentials,
}: {
  readonly ports: ActionPorts;
  readonly credentials: CredentialStore;
}): (image: ImageReference) => Promise<string> {
  const known = new Map<string, Promise<string>>();
  return (image) => {
    const { registry, repository, tag = "latest" } = image;
    const key = `${registry}/${repository}:${tag}`;
    const digest = known.get(key) ?? resolve({ registry, repository, tag });
    known.set(key, digest);
    return digest;
  };

  async function resolve(image: {
    readonly registry: string;
    readonly repository: string;
    readonly tag: string;
  }): Promise<string> {
    const { registry, repository, tag } = image;
    const { fetch, secrets } = ports;
    const settings = { registry, credentials: credentials.get(registry), fetch, secrets };
    const manifest = await new RegistryClient(settings, repository, "pull").getManifest(tag);
    if (manifest !== undefined) return manifest.digest;
    throw registryFailure(
      registry,
      `there is no ${repository}:${tag}`,
      "Correct the name of the base image.",
    );
  }
}
