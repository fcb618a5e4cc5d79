import type { Problem, Resource } from "@plimsoll/core";
import type { YamlPath } from "@plimsoll/syntax";
import { flawAt, flawAtKey, withValue, without, type Flaw } from "../shared-flaws/flaw.ts";
import { at, list, text } from "../shared-objects/values.ts";

const PLAIN: ReadonlySet<string> = new Set(["HTTP", "HTTP2", "GRPC", "GRPC-WEB"]);
const ENCRYPTED: ReadonlySet<string> = new Set(["HTTPS", "TLS"]);
const OLD: ReadonlySet<string> = new Set(["TLSV1_0", "TLSV1_1"]);

/** Parts of names of cipher suites that no longer protect: no forward secrecy, broken hashes, small blocks, none at all. */
const WEAK: readonly string[] = ["RC4", "3DES", "DES-CBC", "MD5", "NULL", "EXPORT", "-CBC-", "_CBC_"];
/** Suites of OpenSSL's names without an exchange of ephemeral keys. */
const STATIC: readonly string[] = ["AES128-", "AES256-", "TLS_RSA_WITH_", "PSK-"];

/** Servers of an Istio Gateway that take less than TLS 1.2. */
export function* gatewayServers(resource: Resource): Iterable<Problem<Flaw>> {
  for (const [index, server] of list(at(resource.value, "spec", "servers")).entries()) {
    const path = ["spec", "servers", index];
    yield* protocolOf(resource, server, path);
    yield* tlsOf(resource, at(server, "tls"), [...path, "tls"]);
  }
}

function* protocolOf(resource: Resource, server: unknown, path: YamlPath): Iterable<Problem<Flaw>> {
  const protocol = text(at(server, "port", "protocol"))?.toUpperCase() ?? "";
  const place = [...path, "port", "protocol"];
  const tls = at(server, "tls");
  const mode = text(at(tls, "mode"));
  if (PLAIN.has(protocol) && at(tls, "httpsRedirect") !== true && mode === undefined) {
    const redirect = withValue([...path, "tls", "httpsRedirect"], true, "Redirect to HTTPS");
    yield flawAt(resource, "plain", place, {
      value: protocol,
      repair: protocol === "HTTP" ? redirect : undefined,
    });
  }
  if (ENCRYPTED.has(protocol) && tls === undefined)
    yield flawAt(resource, "noTls", place, { value: protocol });
}

function* tlsOf(resource: Resource, tls: unknown, path: YamlPath): Iterable<Problem<Flaw>> {
  const oldest = text(at(tls, "minProtocolVersion")) ?? "";
  const newest = text(at(tls, "maxProtocolVersion")) ?? "";
  const versions = [...path, "minProtocolVersion"];
  if (OLD.has(oldest))
    yield flawAt(resource, "oldVersion", versions, {
      value: oldest,
      repair: withValue(versions, "TLSV1_2", "Ask for TLS 1.2"),
    });
  if (OLD.has(newest))
    yield flawAt(resource, "oldVersion", [...path, "maxProtocolVersion"], { value: newest });
  if (text(at(tls, "mode")) === "OPTIONAL_MUTUAL")
    yield flawAt(resource, "optionalClient", [...path, "mode"]);
  for (const [index, suite] of list(at(tls, "cipherSuites")).entries()) {
    const name = text(suite)?.toUpperCase() ?? "";
    if (!isWeak(name)) continue;
    const place = [...path, "cipherSuites", index];
    yield flawAt(resource, "weakCipher", place, { value: name, repair: without(place, `Remove ${name}`) });
  }
}

function isWeak(suite: string): boolean {
  return WEAK.some((part) => suite.includes(part)) || STATIC.some((start) => suite.startsWith(start));
}

/** Classes of gateways that carry traffic inside the mesh, over its own tunnel. */
const WAYPOINTS = "istio-waypoint";

/** Listeners of the Gateway API that take plain HTTP. */
export function* gatewayListeners(resource: Resource): Iterable<Problem<Flaw>> {
  const spec = at(resource.value, "spec");
  if (text(at(spec, "gatewayClassName")) === WAYPOINTS) return;
  for (const [index, listener] of list(at(spec, "listeners")).entries()) {
    const protocol = text(at(listener, "protocol"))?.toUpperCase() ?? "";
    const place = ["spec", "listeners", index, "protocol"];
    if (protocol === "HTTP")
      yield flawAt(resource, "plainListener", place, { value: protocol, confidence: "medium" });
    if (ENCRYPTED.has(protocol) && at(listener, "tls") === undefined)
      yield flawAtKey(resource, "noTls", place, { value: protocol });
  }
}
