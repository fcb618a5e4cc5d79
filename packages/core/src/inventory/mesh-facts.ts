import { parseYamlDocument, toValue } from "@plimsoll/syntax";
import type { Resource } from "../rule/rule.ts";
import { at, isEmpty, isObject, list } from "./plain-value.ts";

/** Hosts, subsets and rules of one object that are remembered at most. */
const MAXIMUM_NAMES = 200;

/** Text of a mesh configuration inside a ConfigMap that is read at most. */
const MAXIMUM_EMBEDDED = 200_000;

const ON: ReadonlySet<unknown> = new Set(["enabled", "ingress", "true", true]);
const OFF: ReadonlySet<unknown> = new Set(["disabled", "false", false]);

/** Labels by which other meshes put their proxies in. */
const OTHERS: readonly string[] = ["kuma.io/sidecar-injection", "appmesh.k8s.aws/sidecarInjectorWebhook"];

/**
 * What labels and annotations of a Namespace or of a workload's pods say of the mesh: `mesh:sidecar`, `mesh:ambient`, `mesh:off`
 * (taken out), `mesh:linkerd`, `mesh:other`; `denies-by-default` where Linkerd is told to refuse what no policy allows.
 */
export function enrolmentFacts(metadata: unknown): string[] {
  const labels = at(metadata, ["labels"]);
  const annotations = at(metadata, ["annotations"]);
  if (labels === undefined && annotations === undefined) return [];
  const facts = [
    switchFact(labels, "istio-injection"),
    switchFact(labels, "sidecar.istio.io/inject"),
    switchFact(annotations, "sidecar.istio.io/inject"),
    switchFact(annotations, "linkerd.io/inject"),
    dataPlaneFact(at(labels, ["istio.io/dataplane-mode"])),
    at(annotations, ["linkerd.io/inject"]) === undefined ? undefined : "mesh:linkerd",
    ...OTHERS.map((key) => switchFact(labels, key)),
    OTHERS.some((key) => at(labels, [key]) !== undefined) ? "mesh:other" : undefined,
  ].filter((fact) => fact !== undefined);
  // A revision puts proxies in unless the plain label says no.
  if (facts.length === 0 && at(labels, ["istio.io/rev"]) !== undefined) facts.push("mesh:sidecar");
  const policy = at(annotations, ["config.linkerd.io/default-inbound-policy"]);
  if (policy === "deny") facts.push("denies-by-default");
  return [...new Set(facts)];
}

function switchFact(map: unknown, key: string): string | undefined {
  const value = at(map, [key]);
  if (ON.has(value)) return "mesh:sidecar";
  return OFF.has(value) ? "mesh:off" : undefined;
}

function dataPlaneFact(mode: unknown): string | undefined {
  if (mode === "ambient") return "mesh:ambient";
  return mode === "none" ? "mesh:off" : undefined;
}

/**
 * Truths about objects of a mesh:
 * - `workload-scope`: the policy holds for some workloads, by a selector or targets;
 * - PeerAuthentication: `mtls:MODE`, `mtls:UNSET` where it states none;
 * - AuthorizationPolicy: `denies-by-default` (what it does not name is refused), `requires-token`;
 * - ServiceEntry, DestinationRule, VirtualService: `host:NAME`; `external` (ServiceEntry), `subset:NAME` (DestinationRule);
 * - Telemetry: `access-log`, `metrics`; HTTPRoute: `redirects-to-https`;
 * - what configures a control plane: `mesh-configuration`, and with it `access-log`, `merges-no-metrics`.
 */
export function meshFacts(resource: Resource): string[] {
  const { group, kind, value } = resource;
  const spec = at(value, ["spec"]);
  switch (`${group}/${kind}`) {
    case "security.istio.io/PeerAuthentication":
      return [`mtls:${modeOf(at(spec, ["mtls", "mode"]))}`, ...scopeFacts(spec)];
    case "security.istio.io/AuthorizationPolicy":
      return [...authorizationFacts(spec), ...scopeFacts(spec)];
    case "networking.istio.io/ServiceEntry":
      return [
        ...hosts(at(spec, ["hosts"])),
        ...(at(spec, ["location"]) === "MESH_INTERNAL" ? [] : ["external"]),
      ];
    case "networking.istio.io/VirtualService":
      return hosts(at(spec, ["hosts"]));
    case "networking.istio.io/DestinationRule":
      return [...hosts([at(spec, ["host"])]), ...subsets(spec)];
    case "telemetry.istio.io/Telemetry":
      return [...telemetryFacts(spec), ...scopeFacts(spec)];
    case "gateway.networking.k8s.io/HTTPRoute":
      return redirects(spec) ? ["redirects-to-https"] : [];
    default:
      return configurationFacts(resource);
  }
}

function modeOf(mode: unknown): string {
  return typeof mode === "string" ? mode.toUpperCase() : "UNSET";
}

function scopeFacts(spec: unknown): string[] {
  const labels = at(spec, ["selector", "matchLabels"]);
  const targets = [...list(at(spec, ["targetRefs"])), at(spec, ["targetRef"])].filter(isObject);
  return (isObject(labels) && !isEmpty(labels)) || targets.length > 0 ? ["workload-scope"] : [];
}

/** An ALLOW policy refuses whatever it does not name; an empty rule names everything. */
function authorizationFacts(spec: unknown): string[] {
  const action = at(spec, ["action"]) ?? "ALLOW";
  const rules = list(at(spec, ["rules"]));
  const deniesRest = action === "ALLOW" && !rules.some((rule) => !isObject(rule) || isEmpty(rule));
  const deniesAll = action === "DENY" && rules.some(isEmpty);
  return [
    ...(deniesRest || deniesAll ? ["denies-by-default"] : []),
    ...(rules.some(asksForToken) ? ["requires-token"] : []),
  ];
}

function asksForToken(rule: unknown): boolean {
  const bySource = list(at(rule, ["from"])).some(
    (from) =>
      list(at(from, ["source", "requestPrincipals"])).length > 0 ||
      list(at(from, ["source", "notRequestPrincipals"])).length > 0,
  );
  return (
    bySource || list(at(rule, ["when"])).some((one) => String(at(one, ["key"])).startsWith("request.auth."))
  );
}

function hosts(value: unknown): string[] {
  return list(value)
    .slice(0, MAXIMUM_NAMES)
    .flatMap((host) => (typeof host === "string" ? [`host:${host}`] : []));
}

function subsets(spec: unknown): string[] {
  return list(at(spec, ["subsets"]))
    .slice(0, MAXIMUM_NAMES)
    .flatMap((subset) => {
      const name = at(subset, ["name"]);
      return typeof name === "string" ? [`subset:${name}`] : [];
    });
}

function telemetryFacts(spec: unknown): string[] {
  const logs = list(at(spec, ["accessLogging"])).some((one) => at(one, ["disabled"]) !== true);
  return [...(logs ? ["access-log"] : []), ...(list(at(spec, ["metrics"])).length > 0 ? ["metrics"] : [])];
}

function redirects(spec: unknown): boolean {
  const rules = list(at(spec, ["rules"]));
  return (
    rules.length > 0 &&
    rules.every((rule) =>
      list(at(rule, ["filters"])).some((filter) => at(filter, ["requestRedirect", "scheme"]) === "https"),
    )
  );
}

/** Charts that install the control plane of Istio. */
const CONTROL_PLANE_CHARTS: ReadonlySet<unknown> = new Set(["istiod", "istio"]);

/** Where the mesh configuration (`meshConfig`) stands in an object that states one, as the path of its keys. */
export function meshConfigurationPath({ group, kind, value }: Resource): readonly string[] | undefined {
  const spec = at(value, ["spec"]);
  switch (`${group}/${kind}`) {
    case "install.istio.io/IstioOperator":
      return isObject(at(spec, ["values", "meshConfig"]))
        ? ["spec", "values", "meshConfig"]
        : ["spec", "meshConfig"];
    case "sailoperator.io/Istio":
      return ["spec", "values", "meshConfig"];
    case "helm.toolkit.fluxcd.io/HelmRelease":
      return CONTROL_PLANE_CHARTS.has(at(spec, ["chart", "spec", "chart"]))
        ? ["spec", "values", "meshConfig"]
        : undefined;
    case "argoproj.io/Application":
      return CONTROL_PLANE_CHARTS.has(at(spec, ["source", "chart"]))
        ? ["spec", "source", "helm", "valuesObject", "meshConfig"]
        : undefined;
    default:
      return undefined;
  }
}

/** The text of the mesh configuration in Istio's own ConfigMap. */
export function embeddedMeshConfiguration({ group, kind, name, value }: Resource): unknown {
  if (group !== "" || kind !== "ConfigMap" || (name !== "istio" && !name.startsWith("istio-")))
    return undefined;
  const text = at(value, ["data", "mesh"]);
  if (typeof text !== "string" || text.length > MAXIMUM_EMBEDDED) return undefined;
  const { root } = parseYamlDocument(text);
  return root === undefined ? {} : toValue(root, "kubernetes");
}

function configurationFacts(resource: Resource): string[] {
  const path = meshConfigurationPath(resource);
  const config = path === undefined ? embeddedMeshConfiguration(resource) : (at(resource.value, path) ?? {});
  if (config === undefined) return [];
  const providers = list(at(config, ["defaultProviders", "accessLogging"]));
  const file = at(config, ["accessLogFile"]);
  const logs = (typeof file === "string" && file !== "") || providers.length > 0;
  return [
    "mesh-configuration",
    ...(logs ? ["access-log"] : []),
    ...(at(config, ["enablePrometheusMerge"]) === false ? ["merges-no-metrics"] : []),
  ];
}
