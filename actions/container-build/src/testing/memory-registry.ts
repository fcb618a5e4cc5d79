import { createHash } from "node:crypto";
import { memberOf, parseJsonText } from "@plimsoll/core/json";

/** A registry in memory, for tests: as much of the OCI distribution specification as we speak. */
export class MemoryRegistry {
  readonly blobs = new Map<string, Buffer>();
  /** By `repository:reference`. */
  readonly manifests = new Map<string, { readonly mediaType: string; readonly bytes: Buffer }>();
  /** Method and path of each request that was let in. */
  readonly requests: string[] = [];
  /** Values of the header `Authorization` that came, by host. */
  readonly seen: string[] = [];
  /** Changes an answer, to play a registry that lies. */
  tamper: (path: string, bytes: Buffer) => Buffer = (_, bytes) => bytes;
  readonly #settings: { readonly login?: "basic" | "bearer"; readonly referrers?: boolean };

  constructor(settings: { readonly login?: "basic" | "bearer"; readonly referrers?: boolean } = {}) {
    this.#settings = settings;
  }

  readonly fetch = async (address: string, init: RequestInit): Promise<Response> => {
    const url = new URL(address);
    const method = init.method ?? "GET";
    const authorization = new Headers(init.headers).get("authorization") ?? "";
    if (authorization !== "") this.seen.push(`${url.host} ${authorization}`);
    if (url.pathname === "/token") return this.#token(url, authorization);
    const refusal = this.#refuse(authorization);
    if (refusal !== undefined) return refusal;
    this.requests.push(`${method} ${url.pathname}`);
    const body =
      init.body === undefined ? Buffer.alloc(0) : Buffer.from(await new Response(init.body).arrayBuffer());
    return this.#answer({ method, url, body, type: new Headers(init.headers).get("content-type") ?? "" });
  };

  #token(url: URL, authorization: string): Response {
    if (authorization !== `Basic ${LOGIN}`) return new Response("", { status: 401 });
    return Response.json({ token: `token for ${url.searchParams.get("scope") ?? ""}` });
  }

  #refuse(authorization: string): Response | undefined {
    const { login } = this.#settings;
    if (login === undefined) return undefined;
    if (login === "basic" && authorization === `Basic ${LOGIN}`) return undefined;
    if (login === "bearer" && authorization.startsWith("Bearer token for repository:")) return undefined;
    const challenge =
      login === "basic"
        ? 'Basic realm="here"'
        : 'Bearer realm="https://auth.example/token",service="registry"';
    return new Response("", { status: 401, headers: { "www-authenticate": challenge } });
  }

  #answer({ method, url, body, type }: Asked): Response {
    const match = /^\/v2\/(.+)\/(manifests|blobs|blobs\/uploads)\/([^/]*)$/u.exec(url.pathname);
    if (match === null) return new Response("", { status: 404 });
    const [, repository = "", kind = "", reference = ""] = match;
    if (kind === "manifests" && method === "PUT")
      return this.#putManifest(repository, reference, { type, body });
    if (kind === "manifests")
      return this.#give(url.pathname, this.manifests.get(`${repository}:${reference}`));
    if (method === "POST")
      return new Response("", {
        status: 202,
        headers: { location: `/v2/${repository}/blobs/uploads/1?state=x` },
      });
    if (method === "PUT") return this.#putBlob(url.searchParams.get("digest") ?? "", body);
    const blob = this.blobs.get(reference);
    return this.#give(
      url.pathname,
      blob === undefined ? undefined : { mediaType: "application/octet-stream", bytes: blob },
    );
  }

  #give(path: string, found: { readonly mediaType: string; readonly bytes: Buffer } | undefined): Response {
    if (found === undefined) return new Response("", { status: 404 });
    const bytes = new Uint8Array(this.tamper(path, found.bytes));
    return new Response(bytes, { headers: { "content-type": found.mediaType } });
  }

  #putBlob(digest: string, body: Buffer): Response {
    if (sha256(body) !== digest) return new Response("digest mismatch", { status: 400 });
    this.blobs.set(digest, body);
    return new Response("", { status: 201 });
  }

  #putManifest(
    repository: string,
    reference: string,
    { type, body }: { type: string; body: Buffer },
  ): Response {
    const parsed = parseJsonText(body.toString());
    const value = "value" in parsed ? parsed.value : undefined;
    this.manifests.set(`${repository}:${reference}`, { mediaType: type, bytes: body });
    this.manifests.set(`${repository}:${sha256(body)}`, { mediaType: type, bytes: body });
    const listed = this.#settings.referrers === true && memberOf(value, "subject") !== undefined;
    return new Response("", { status: 201, headers: listed ? { "oci-subject": "sha256:known" } : {} });
  }
}

interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly body: Buffer;
  readonly type: string;
}

/** The only login that it knows. */
export const USER = { username: "robot", password: "open sesame" } as const;
const LOGIN = Buffer.from(`${USER.username}:${USER.password}`).toString("base64");

function sha256(bytes: Uint8Array): string {
  return `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
}
