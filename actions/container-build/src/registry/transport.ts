import type { ActionPorts, Secrets } from "@plimsoll/action-kit";
import { memberOf, parseJsonText, textOf } from "@plimsoll/core/json";
import { basicToken, type Credentials } from "./credentials.ts";
import { parseChallenge } from "./challenge.ts";
import { registryFailure } from "./failure.ts";

/** How a registry is reached. */
export interface TransportSettings {
  /** Host and port as in image names. */
  readonly registry: string;
  readonly credentials: Credentials | undefined;
  readonly fetch: ActionPorts["fetch"];
  readonly secrets: Secrets;
  /** Waits some milliseconds. */
  readonly wait?: (milliseconds: number) => Promise<void>;
}

/** One request. The address is a path, or whole where the registry named it. */
export interface RegistryRequest {
  readonly method: "GET" | "HEAD" | "POST" | "PUT";
  readonly address: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | Blob;
  /** What the request needs to be allowed, such as `repository:team/app:pull,push`. */
  readonly scope: string;
}

const REQUEST_TIMEOUT = 10 * 60 * 1000;
/** A request is sent so often before a registry that is busy counts as one that fails. */
const ATTEMPTS = 4;
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 60_000;
/** Answers that may be others a moment later: too many requests, and failures on the way. */
const PASSING: ReadonlySet<number> = new Set([429, 500, 502, 503, 504]);
const MAXIMUM_TOKEN_BYTES = 1024 * 1024;

/** Speaks HTTP with one registry, and proves who asks where it is asked for. Plain HTTP is spoken with this machine only. */
export class RegistryTransport {
  readonly registry: string;
  readonly #settings: TransportSettings;
  readonly #origin: string;
  /** Value of the header `Authorization`, by scope. */
  readonly #authorizations = new Map<string, string>();

  constructor(settings: TransportSettings) {
    this.registry = settings.registry;
    this.#settings = settings;
    this.#origin = originOf(settings.registry);
  }

  /** Sends a request, and once more with proof where the registry asks for it. */
  async send(request: RegistryRequest): Promise<Response> {
    const first = await this.#send(request);
    if (first.status !== 401 || this.#authorizations.has(request.scope)) return first;
    const challenge = parseChallenge(first.headers.get("www-authenticate") ?? "");
    await first.body?.cancel();
    if (challenge === undefined) throw this.#refused("asks for a kind of login that is not known");
    this.#authorizations.set(request.scope, await this.#authorize(challenge, request.scope));
    return this.#send(request);
  }

  async #send({ method, address, headers, body, scope }: RegistryRequest): Promise<Response> {
    const url = new URL(address, this.#origin);
    const authorization = this.#authorizations.get(scope);
    // Storage that the registry sends us to must not learn who we are.
    const proof = authorization !== undefined && url.origin === this.#origin ? { authorization } : {};
    return this.#fetch(url.href, {
      method,
      headers: { ...headers, ...proof },
      ...(body === undefined ? {} : { body: body instanceof Blob ? body : new Uint8Array(body) }),
    });
  }

  async #authorize(
    { scheme, parameters }: { readonly scheme: string; readonly parameters: ReadonlyMap<string, string> },
    scope: string,
  ): Promise<string> {
    const { credentials, secrets } = this.#settings;
    if (scheme === "basic") {
      if (credentials === undefined) throw this.#refused("asks for a login, and none is known");
      return `Basic ${basicToken(credentials)}`;
    }
    const realm = this.#realm(parameters.get("realm") ?? "");
    realm.searchParams.set("service", parameters.get("service") ?? "");
    realm.searchParams.set("scope", scope);
    const headers = credentials === undefined ? {} : { authorization: `Basic ${basicToken(credentials)}` };
    const answer = await this.#fetch(realm.href, { method: "GET", headers });
    const text = await boundedText(answer, MAXIMUM_TOKEN_BYTES);
    const parsed = parseJsonText(text ?? "");
    const value = "value" in parsed ? parsed.value : undefined;
    const token = textOf(memberOf(value, "token")) ?? textOf(memberOf(value, "access_token"));
    if (!answer.ok || token === undefined) throw this.#refused(`the login was refused (${answer.status})`);
    secrets.add(token);
    return `Bearer ${token}`;
  }

  /** A password goes out encrypted, or to this machine. */
  #realm(text: string): URL {
    const realm = URL.canParse(text) ? new URL(text) : undefined;
    if (realm === undefined || (realm.protocol !== "https:" && !isLoopback(realm.hostname)))
      throw this.#refused("sends the login to an address that is not encrypted");
    return realm;
  }

  async #fetch(url: string, init: RequestInit): Promise<Response> {
    for (let attempt = 1; ; attempt += 1) {
      const answer = await this.#fetchOnce(url, init);
      if (attempt === ATTEMPTS || !PASSING.has(answer.status)) return answer;
      await answer.body?.cancel();
      const asked = Number(answer.headers.get("retry-after") ?? "") * 1000;
      const pause = asked > 0 ? asked : FIRST_WAIT * 2 ** (attempt - 1);
      await (this.#settings.wait ?? wait)(Math.min(pause, LONGEST_WAIT));
    }
  }

  async #fetchOnce(url: string, init: RequestInit): Promise<Response> {
    try {
      return await this.#settings.fetch(url, { ...init, signal: AbortSignal.timeout(REQUEST_TIMEOUT) });
    } catch (error) {
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw registryFailure(
        this.registry,
        `cannot be reached (${reason})`,
        "Check its name, the network and its certificate.",
        error,
      );
    }
  }

  #refused(what: string): Error {
    return registryFailure(
      this.registry,
      what,
      "Check `registry-username` and `registry-password`, or log in in a step before.",
    );
  }
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

/** Docker's own registry has another host than its name. */
function originOf(registry: string): string {
  if (registry === "docker.io") return "https://registry-1.docker.io";
  const url = new URL(`https://${registry}`);
  return isLoopback(url.hostname) ? `http://${url.host}` : url.origin;
}

/** Whether a host is this machine: registries on it have no certificates. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "[::1]" || /^127(?:\.\d{1,3}){3}$/u.test(host);
}

/** Text of a small answer; undefined where it is not small. */
export async function boundedText(answer: Response, maximumBytes: number): Promise<string | undefined> {
  const bytes = await boundedBytes(answer, maximumBytes);
  return bytes?.toString("utf8");
}

/** Bytes of a small answer; undefined where it is not small. */
export async function boundedBytes(answer: Response, maximumBytes: number): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let total = 0;
  for await (const chunk of answer.body ?? []) {
    total += chunk.length;
    if (total > maximumBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
