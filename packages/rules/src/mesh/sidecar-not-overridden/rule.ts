import {
  defineRule,
  podsOf,
  type Problem,
  type Resource,
  type ResourceRule,
  type RuleContext,
} from "@plimsoll/core";
import { CONTAINER_LISTS, type YamlPath } from "@plimsoll/syntax";
import { at, list, text } from "../../shared-objects/values.ts";
import { WORKLOADS } from "../../shared-objects/kinds.ts";
import { flawAt, flawAtKey, mend, say, without, type Flaw } from "../../shared-flaws/flaw.ts";
import { isMeshComponent } from "../../shared-mesh/components.ts";
import { podMetadataEntries } from "../../shared-mesh/pod-metadata.ts";
import { exemptNamespacesOption, isExempt } from "../../shared-mesh/scope.ts";

export const rule: ResourceRule<Flaw> = defineRule<Flaw>({
  id: "mesh/sidecar-not-overridden",
  title: "Workloads leave the mesh's proxy as the platform set it",
  severity: "error",
  confidence: "high",
  surface: "mesh",
  catalogue: ["MS008"],
  aliases: [],
  since: "0.2.0",
  options: { exemptNamespaces: exemptNamespacesOption },
  kinds: WORKLOADS,
  check,
  message: say({
    overridden: ({ kind, name, value }) =>
      `${kind} "${name}" replaces a part of the mesh's proxy by ${value}.`,
    configured: ({ kind, name, value }) =>
      `${kind} "${name}" changes the configuration of its proxy by ${value}.`,
    proxyUser: ({ kind, name, value }) =>
      `${kind} "${name}" runs as ${value} 1337, the proxy's own: the mesh lets its traffic pass unseen.`,
  }),
  fix: mend,
});

const OVERRIDES: ReadonlySet<string> = new Set([
  "sidecar.istio.io/proxyImage",
  "sidecar.istio.io/proxyImageType",
  "sidecar.istio.io/bootstrapOverride",
  "sidecar.istio.io/discoveryAddress",
  "sidecar.istio.io/userVolume",
  "sidecar.istio.io/userVolumeMount",
  "config.linkerd.io/proxy-image",
  "config.linkerd.io/proxy-version",
]);

const CONFIGURATION = "proxy.istio.io/config";

/** User and group of Istio's proxy: its own traffic is not redirected to itself. */
const PROXY_ID = "1337";

function* check(resource: Resource, { options }: RuleContext): Iterable<Problem<Flaw>> {
  if (isExempt(options, resource.namespace ?? "") || isMeshComponent(resource)) return;
  for (const { map, key, path } of podMetadataEntries(resource)) {
    if (map !== "annotations") continue;
    const repair = without(path, `Remove ${key}`);
    const details = { value: key.slice(key.indexOf("/") + 1), repair };
    if (OVERRIDES.has(key)) yield flawAtKey(resource, "overridden", path, details);
    if (key === CONFIGURATION)
      yield flawAtKey(resource, "configured", path, { ...details, value: key, severity: "warning" });
  }
  for (const { path } of podsOf(resource)) yield* proxyUsers(resource, path);
}

function* proxyUsers(resource: Resource, pod: YamlPath): Iterable<Problem<Flaw>> {
  const spec = at(resource.value, ...pod.map(String));
  const contexts: YamlPath[] = [[...pod, "securityContext"]];
  for (const name of CONTAINER_LISTS) {
    for (const [index, container] of list(at(spec, name)).entries()) {
      // A proxy that was put in by hand.
      if (text(at(container, "name")) === "istio-proxy" || text(at(container, "name")) === "istio-init")
        continue;
      contexts.push([...pod, name, index, "securityContext"]);
    }
  }
  for (const context of contexts) {
    const value = valueAt(resource.value, context);
    for (const [field, words] of [
      ["runAsUser", "user"],
      ["runAsGroup", "group"],
    ] as const) {
      if (text(at(value, field)) === PROXY_ID)
        yield flawAt(resource, "proxyUser", [...context, field], { value: words });
    }
  }
}

function valueAt(value: unknown, path: YamlPath): unknown {
  let current = value;
  for (const step of path) current = typeof step === "number" ? list(current)[step] : at(current, step);
  return current;
}
