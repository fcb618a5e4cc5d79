import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Environment, readBounded, type Secrets } from "@plimsoll/action-kit";
import { isRecord, memberOf, parseJsonText, textOf } from "@plimsoll/core/json";

/** User and password of one registry. */
export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** By host and port of the registry. */
export type CredentialStore = ReadonlyMap<string, Credentials>;

const MAXIMUM_BYTES = 1024 * 1024;
/** The key under which Docker keeps what belongs to its own registry. */
const DOCKER_HUB = "https://index.docker.io/v1/";

/** Where passwords are looked for. */
export interface CredentialSources {
  readonly environment: Environment;
  readonly secrets: Secrets;
  readonly given: {
    readonly registry: string;
    readonly username: string | undefined;
    readonly password: string | undefined;
  };
}

/**
 * Passwords of registries: what the inputs say of the registry that is pushed to, and what `docker login` or `buildah login` left in a
 * file. Every password is masked. Helpers that programs would have to ask are not started.
 */
export function readCredentials({ environment, secrets, given }: CredentialSources): CredentialStore {
  const store = new Map<string, Credentials>();
  for (const path of loginFiles(environment)) readLogins(path, store);
  if (given.username !== undefined && given.password !== undefined)
    store.set(given.registry, { username: given.username, password: given.password });
  for (const { username, password } of store.values()) {
    secrets.add(password);
    secrets.add(basicToken({ username, password }));
  }
  return store;
}

/** The token of HTTP's basic scheme. */
export function basicToken({ username, password }: Credentials): string {
  return Buffer.from(`${username}:${password}`).toString("base64");
}

/** The same logins as a file for a program, of the form that Docker has. */
export function loginFile(store: CredentialStore): string {
  const auths = [...store].map(([registry, credentials]) => [
    registry === "docker.io" ? DOCKER_HUB : registry,
    { auth: basicToken(credentials) },
  ]);
  return JSON.stringify({ auths: Object.fromEntries(auths) });
}

/** Later ones win. */
function loginFiles(environment: Environment): readonly string[] {
  const { HOME: home, DOCKER_CONFIG: docker, REGISTRY_AUTH_FILE: file } = environment;
  const folder = docker ?? (home === undefined ? undefined : join(home, ".docker"));
  return [
    ...(folder === undefined ? [] : [join(folder, "config.json")]),
    ...(file === undefined ? [] : [file]),
  ].filter((path) => existsSync(path));
}

function readLogins(path: string, store: Map<string, Credentials>): void {
  const parsed = parseJsonText(readBounded(path, MAXIMUM_BYTES).toString("utf8"));
  const auths = "value" in parsed ? memberOf(parsed.value, "auths") : undefined;
  if (!isRecord(auths)) return;
  for (const [registry, entry] of Object.entries(auths)) {
    const token = Buffer.from(textOf(memberOf(entry, "auth")) ?? "", "base64").toString("utf8");
    const colon = token.indexOf(":");
    if (colon <= 0) continue;
    const host =
      registry === DOCKER_HUB ? "docker.io" : registry.replace(/^https?:\/\//u, "").replace(/\/.*$/u, "");
    store.set(host, { username: token.slice(0, colon), password: token.slice(colon + 1) });
  }
}
