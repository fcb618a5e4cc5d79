import { defineRule, type Problem, type Resource, type ResourceRule } from "@plimsoll/core";
import { flawAtKey, mend, say, without, type Flaw } from "../../shared-flaws/flaw.ts";
import { metadataEntries, podMetadataEntries } from "../../shared-mesh/pod-metadata.ts";
import { WORKLOADS } from "../../shared-objects/kinds.ts";

export const rule: ResourceRule<Flaw> = defineRule<Flaw>({
  id: "mesh/traffic-not-excluded",
  title: "No port or address is kept from the mesh",
  severity: "error",
  confidence: "high",
  surface: "mesh",
  catalogue: ["MS007"],
  aliases: [],
  since: "0.2.0",
  kinds: [...WORKLOADS, "/Namespace"],
  check,
  message: say({
    excluded: ({ kind, name, value }) =>
      `${kind} "${name}" keeps traffic from the mesh by ${value}: it is neither encrypted nor authorized.`,
  }),
  fix: mend,
});

/** Annotations that take traffic out of the proxy's way, and the values with which they take out none. */
const ANNOTATIONS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["traffic.sidecar.istio.io/excludeInboundPorts", new Set([""])],
  ["traffic.sidecar.istio.io/excludeOutboundPorts", new Set([""])],
  ["traffic.sidecar.istio.io/excludeOutboundIPRanges", new Set([""])],
  ["traffic.sidecar.istio.io/excludeInterfaces", new Set([""])],
  ["traffic.sidecar.istio.io/includeInboundPorts", new Set(["*"])],
  ["traffic.sidecar.istio.io/includeOutboundIPRanges", new Set(["*"])],
  ["traffic.sidecar.istio.io/includeOutboundPorts", new Set([""])],
  ["sidecar.istio.io/interceptionMode", new Set(["REDIRECT"])],
  ["ambient.istio.io/bypass-inbound-capture", new Set(["false", ""])],
  ["config.linkerd.io/skip-inbound-ports", new Set([""])],
  ["config.linkerd.io/skip-outbound-ports", new Set([""])],
  ["config.linkerd.io/skip-subnets", new Set([""])],
]);

function* check(resource: Resource): Iterable<Problem<Flaw>> {
  const entries =
    resource.kind === "Namespace" ? metadataEntries(resource, ["metadata"]) : podMetadataEntries(resource);
  for (const { map, key, value, path } of entries) {
    const harmless = map === "annotations" ? ANNOTATIONS.get(key) : undefined;
    if (harmless === undefined || harmless.has(value.trim())) continue;
    const name = key.slice(key.indexOf("/") + 1);
    yield flawAtKey(resource, "excluded", path, { value: name, repair: without(path, `Remove ${key}`) });
  }
}
