import type { Problem, Resource } from "@plimsoll/core";
import type { YamlPath } from "@plimsoll/syntax";
import { flawAt, flawAtKey, withValue, without, type Flaw } from "../shared-flaws/flaw.ts";
import { at, isObject, list, text } from "../shared-objects/values.ts";
import { applicationSources } from "./applications.ts";

/** Places where an object of a reconciler takes or sends something without encryption or verification. */
export function insecureTransport(resource: Resource): Iterable<Problem<Flaw>> {
  if (resource.kind === "Secret") return secret(resource);
  return resource.group === "argoproj.io" ? argo(resource) : flux(resource);
}

function* flux(resource: Resource): Iterable<Problem<Flaw>> {
  for (const key of ["url", "address", "proxy"]) yield* plainAddress(resource, ["spec", key]);
  if (at(resource.value, "spec", "insecure") === true) {
    const path = ["spec", "insecure"];
    yield flawAt(resource, "insecure", path, { value: "insecure", repair: without(path, "Remove insecure") });
  }
  if (at(resource.value, "spec", "passCredentials") === true)
    yield flawAt(resource, "credentialsPassed", ["spec", "passCredentials"], { severity: "warning" });
}

/** Schemes of addresses that nothing encrypts. */
const PLAIN: readonly string[] = ["http://", "git://", "ftp://"];

function* plainAddress(resource: Resource, path: YamlPath): Iterable<Problem<Flaw>> {
  const value = text(valueAt(resource.value, path)) ?? "";
  const scheme = PLAIN.find((one) => value.toLowerCase().startsWith(one));
  if (scheme === undefined || isLocal(value.slice(scheme.length))) return;
  const repair = withValue(path, `https://${value.slice(scheme.length)}`, "Use https");
  yield flawAt(resource, "plain", path, { value, repair });
}

/** Traffic inside the cluster is the mesh's. */
function isLocal(rest: string): boolean {
  const [host = ""] = rest.split(/[:/]/, 1);
  return host === "localhost" || host.endsWith(".svc") || host.endsWith(".svc.cluster.local");
}

function valueAt(value: unknown, path: YamlPath): unknown {
  let current = value;
  for (const step of path) current = typeof step === "number" ? list(current)[step] : at(current, step);
  return current;
}

function* argo(resource: Resource): Iterable<Problem<Flaw>> {
  if (resource.kind === "AppProject") {
    for (const index of list(at(resource.value, "spec", "sourceRepos")).keys())
      yield* plainAddress(resource, ["spec", "sourceRepos", index]);
    return;
  }
  for (const { path, value } of applicationSources(resource)) {
    yield* plainAddress(resource, [...path, "repoURL"]);
    if (at(value, "helm", "passCredentials") === true)
      yield flawAt(resource, "credentialsPassed", [...path, "helm", "passCredentials"], {
        severity: "warning",
      });
  }
}

const ARGO_TYPES: ReadonlySet<string> = new Set(["repository", "repo-creds", "cluster"]);

/** Secrets by which Argo CD reaches repositories and clusters, and those with keys for git over SSH. */
function* secret(resource: Resource): Iterable<Problem<Flaw>> {
  const type = text(at(resource.value, "metadata", "labels", "argocd.argoproj.io/secret-type"));
  if (type !== undefined && ARGO_TYPES.has(type)) yield* argoSecret(resource);
  for (const map of ["data", "stringData"]) {
    const value = at(resource.value, map);
    if (!isObject(value) || !Object.hasOwn(value, "identity") || !Object.hasOwn(value, "identity.pub"))
      continue;
    const hosts = ["data", "stringData"].some((one) => at(resource.value, one, "known_hosts") !== undefined);
    if (!hosts) yield flawAtKey(resource, "noKnownHosts", [map, "identity"]);
  }
}

function* argoSecret(resource: Resource): Iterable<Problem<Flaw>> {
  yield* plainAddress(resource, ["stringData", "url"]);
  yield* plainAddress(resource, ["stringData", "server"]);
  for (const key of ["insecure", "insecureIgnoreHostKey", "insecureOCIForceHttp"]) {
    const path = ["stringData", key];
    if (text(at(resource.value, ...path)) === "true")
      yield flawAt(resource, "insecure", path, { value: key, repair: without(path, `Remove ${key}`) });
  }
  const config = text(at(resource.value, "stringData", "config")) ?? "";
  if (saysInsecure(config))
    yield flawAtKey(resource, "insecure", ["stringData", "config"], { value: "insecure" });
}

/** The settings of a cluster are JSON inside of the text; only the one flag matters here. */
function saysInsecure(config: string): boolean {
  const at = config.indexOf('"insecure"');
  if (at < 0) return false;
  const rest = config.slice(at + '"insecure"'.length, at + MAXIMUM_FLAG).trimStart();
  return rest.startsWith(":") && rest.slice(1).trimStart().startsWith("true");
}

/** Longest text from the flag's name to its value that is looked at. */
const MAXIMUM_FLAG = 60;
