import { createHash } from "node:crypto";
import { boundedBytes, RegistryTransport, type TransportSettings } from "./transport.ts";
import { registryFailure } from "./failure.ts";

/** Media types of the OCI image specification, version 1.1, and of what Docker had before. */
export const MEDIA = {
  manifest: "application/vnd.oci.image.manifest.v1+json",
  index: "application/vnd.oci.image.index.v1+json",
  config: "application/vnd.oci.image.config.v1+json",
  empty: "application/vnd.oci.empty.v1+json",
  dockerManifest: "application/vnd.docker.distribution.manifest.v2+json",
  dockerList: "application/vnd.docker.distribution.manifest.list.v2+json",
} as const;

const ACCEPTED = [MEDIA.manifest, MEDIA.index, MEDIA.dockerManifest, MEDIA.dockerList].join(", ");

/** A manifest as a registry gave it. */
export interface StoredManifest {
  readonly digest: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
}

/** Registries take manifests up to 4 MiB. */
const MAXIMUM_MANIFEST_BYTES = 4 * 1024 * 1024;

/** SHA-256 of bytes, `sha256:…`. */
export function digestOf(bytes: Uint8Array): string {
  return `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
}

/** Reads and writes one repository by the OCI distribution specification. */
export class RegistryClient {
  readonly repository: string;
  readonly #transport: RegistryTransport;
  readonly #scope: string;

  constructor(settings: TransportSettings, repository: string, access: "pull" | "pull,push") {
    this.#transport = new RegistryTransport(settings);
    this.repository = repository;
    this.#scope = `repository:${repository}:${access}`;
  }

  /**
   * A manifest by tag or digest; undefined where there is none. Its digest is that of the bytes that came.
   * @throws ActionFailure `build/registry`, also where what came is not what was asked for
   */
  async getManifest(reference: string): Promise<StoredManifest | undefined> {
    const answer = await this.#send("GET", `manifests/${reference}`, { accept: ACCEPTED });
    if (answer.status === 404) return drained(answer, undefined);
    if (!answer.ok) throw await this.#unexpected("reading a manifest", answer);
    const bytes = await boundedBytes(answer, MAXIMUM_MANIFEST_BYTES);
    if (bytes === undefined) throw this.#failure(`the manifest ${reference} is larger than 4 MiB`);
    const digest = digestOf(bytes);
    if (reference.startsWith("sha256:") && reference !== digest)
      throw this.#failure(`the manifest that came for ${reference} has the digest ${digest}`);
    const mediaType = (answer.headers.get("content-type") ?? "").split(";", 1)[0] ?? "";
    return { digest, mediaType, bytes };
  }

  /** A small blob; its digest is checked. */
  async getBlob(digest: string, maximumBytes: number): Promise<Buffer> {
    const answer = await this.#send("GET", `blobs/${digest}`);
    if (!answer.ok) throw await this.#unexpected(`reading ${digest}`, answer);
    const bytes = await boundedBytes(answer, maximumBytes);
    if (bytes === undefined) throw this.#failure(`${digest} is larger than ${maximumBytes} bytes`);
    if (digestOf(bytes) !== digest) throw this.#failure(`what came for ${digest} has another digest`);
    return bytes;
  }

  /** Puts a blob there, unless it is there already. */
  async putBlob(digest: string, content: Uint8Array | Blob): Promise<void> {
    const known = await this.#send("HEAD", `blobs/${digest}`);
    await known.body?.cancel();
    if (known.ok) return;
    const opened = await this.#send("POST", "blobs/uploads/");
    await opened.body?.cancel();
    const location = opened.headers.get("location");
    if (opened.status !== 202 || location === null) throw await this.#unexpected("an upload", opened);
    const size = content instanceof Blob ? content.size : content.length;
    const answer = await this.#transport.send({
      method: "PUT",
      address: withDigest(location, digest),
      headers: { "content-type": "application/octet-stream", "content-length": String(size) },
      body: content,
      scope: this.#scope,
    });
    if (answer.status !== 201) throw await this.#unexpected(`uploading ${digest}`, answer);
    await answer.body?.cancel();
  }

  /** Puts a manifest under a tag or its digest. Tells whether the registry itself lists it for its subject. */
  async putManifest(
    reference: string,
    mediaType: string,
    bytes: Uint8Array,
  ): Promise<{ readonly subject: boolean }> {
    const answer = await this.#send("PUT", `manifests/${reference}`, { "content-type": mediaType }, bytes);
    if (answer.status !== 201) throw await this.#unexpected(`writing the manifest ${reference}`, answer);
    return drained(answer, { subject: answer.headers.has("oci-subject") });
  }

  #send(
    method: "GET" | "HEAD" | "POST" | "PUT",
    path: string,
    headers: Readonly<Record<string, string>> = {},
    body?: Uint8Array,
  ): Promise<Response> {
    const address = `/v2/${this.repository}/${path}`;
    return this.#transport.send({
      method,
      address,
      headers,
      scope: this.#scope,
      ...(body === undefined ? {} : { body }),
    });
  }

  async #unexpected(what: string, answer: Response): Promise<Error> {
    const text = answer.bodyUsed ? "" : ((await boundedBytes(answer, 4096)) ?? "").toString();
    return this.#failure(`${what} was answered with ${answer.status} ${text.slice(0, 300)}`.trimEnd());
  }

  #failure(what: string): Error {
    return registryFailure(
      `${this.#transport.registry}/${this.repository}`,
      what,
      "Check that the repository exists and that the login may push to it.",
    );
  }
}

function withDigest(location: string, digest: string): string {
  return `${location}${location.includes("?") ? "&" : "?"}digest=${encodeURIComponent(digest)}`;
}

async function drained<Value>(answer: Response, value: Value): Promise<Value> {
  await answer.body?.cancel();
  return value;
}
