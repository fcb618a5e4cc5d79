import { createHash } from "node:crypto";
import { ActionFailure, type ActionPorts } from "@plimsoll/action-kit";
import { memberOf, parseJsonText, textOf } from "@plimsoll/core/json";

/** The image and the tag that it gets. */
export interface TagRequest {
  readonly registry: string;
  readonly repository: string;
  readonly digest: string;
  readonly tag: string;
  readonly login: { readonly username: string; readonly password: string } | undefined;
}

const MANIFESTS = [
  "application/vnd.oci.image.manifest.v1+json",
  "application/vnd.oci.image.index.v1+json",
  "application/vnd.docker.distribution.manifest.v2+json",
  "application/vnd.docker.distribution.manifest.list.v2+json",
].join(", ");
const MAXIMUM_BYTES = 4 * 1024 * 1024;
const REQUEST_TIMEOUT = 60_000;

/**
 * Gives an image a tag in its registry, by writing the very manifest of the digest under the tag (OCI distribution specification).
 * @throws ActionFailure `promote/registry`
 */
export async function tagRelease(request: TagRequest, ports: ActionPorts): Promise<void> {
  const { registry, repository, digest, tag } = request;
  const address = `${originOf(registry)}/v2/${repository}/manifests`;
  const client = new Client(request, ports);
  const answer = await client.send(`${address}/${digest}`, { method: "GET", headers: { accept: MANIFESTS } });
  if (!answer.ok) throw failure(registry, `${digest} was answered with ${answer.status}`);
  const bytes = Buffer.from(await answer.arrayBuffer());
  const found = `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
  if (bytes.length > MAXIMUM_BYTES || found !== digest)
    throw failure(registry, `what came for ${digest} is another manifest`);
  const type = answer.headers.get("content-type") ?? "";
  const put = await client.send(`${address}/${tag}`, {
    method: "PUT",
    headers: { "content-type": type },
    body: new Uint8Array(bytes),
  });
  if (put.status !== 201) throw failure(registry, `the tag ${tag} was answered with ${put.status}`);
}

/** Sends requests, once more with proof where the registry asks for it. */
class Client {
  readonly #request: TagRequest;
  readonly #ports: ActionPorts;
  #authorization: string | undefined;

  constructor(request: TagRequest, ports: ActionPorts) {
    this.#request = request;
    this.#ports = ports;
  }

  async send(url: string, init: RequestInit): Promise<Response> {
    const first = await this.#fetch(url, init);
    if (first.status !== 401 || this.#authorization !== undefined) return first;
    this.#authorization = await this.#authorize(first.headers.get("www-authenticate") ?? "");
    return this.#fetch(url, init);
  }

  async #fetch(url: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    if (this.#authorization !== undefined) headers.set("authorization", this.#authorization);
    try {
      return await this.#ports.fetch(url, {
        ...init,
        headers,
        redirect: "error",
        signal: AbortSignal.timeout(REQUEST_TIMEOUT),
      });
    } catch (error) {
      throw failure(
        this.#request.registry,
        `cannot be reached (${error instanceof Error ? error.message : String(error)})`,
      );
    }
  }

  async #authorize(challenge: string): Promise<string> {
    const { login, registry } = this.#request;
    const basic = login === undefined ? undefined : basicProof(login);
    if (!challenge.toLowerCase().startsWith("basic")) return `Bearer ${await this.#token(challenge, basic)}`;
    if (basic !== undefined) return basic;
    throw failure(registry, "asks for a login, and none was given");
  }

  async #token(challenge: string, basic: string | undefined): Promise<string> {
    const { registry, repository } = this.#request;
    const url = realmOf(challenge);
    if (url === undefined) throw failure(registry, "asks for a login in a way that is not safe");
    url.searchParams.set("service", parameterOf(challenge, "service"));
    url.searchParams.set("scope", `repository:${repository}:pull,push`);
    const answer = await this.#ports.fetch(url.href, {
      method: "GET",
      headers: basic === undefined ? {} : { authorization: basic },
      signal: AbortSignal.timeout(REQUEST_TIMEOUT),
    });
    const parsed = parseJsonText(await answer.text());
    const value = "value" in parsed ? parsed.value : undefined;
    const token = textOf(memberOf(value, "token")) ?? textOf(memberOf(value, "access_token"));
    if (!answer.ok || token === undefined)
      throw failure(registry, `the login was refused (${answer.status})`);
    this.#ports.secrets.add(token);
    return token;
  }
}

function basicProof({ username, password }: NonNullable<TagRequest["login"]>): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;
}

/** Where tokens are given out. A password goes there encrypted, or to this machine. */
function realmOf(challenge: string): URL | undefined {
  const realm = parameterOf(challenge, "realm");
  const url = URL.canParse(realm) ? new URL(realm) : undefined;
  return url?.protocol === "https:" || (url !== undefined && isLoopback(url.hostname)) ? url : undefined;
}

/** A quoted parameter of a challenge. */
function parameterOf(challenge: string, name: string): string {
  const start = challenge.indexOf(`${name}="`);
  if (start < 0) return "";
  const from = start + name.length + 2;
  const end = challenge.indexOf('"', from);
  return end < 0 ? "" : challenge.slice(from, end);
}

/** Docker's own registry has another host than its name; registries on this machine have no certificates. */
function originOf(registry: string): string {
  if (registry === "docker.io") return "https://registry-1.docker.io";
  const url = new URL(`https://${registry}`);
  return isLoopback(url.hostname) ? `http://${url.host}` : url.origin;
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "[::1]" || /^127(?:\.\d{1,3}){3}$/u.test(host);
}

function failure(registry: string, what: string): ActionFailure {
  return new ActionFailure({
    code: "promote/registry",
    message: `The registry ${registry}: ${what}.`,
    nextStep: "Check the image's name, and that the login may push to it.",
  });
}
