import { defineRule, type Problem, type Resource, type ResourceRule, type RuleContext } from "@plimsoll/core";
import { flawAt, mend, say, withValue, type Flaw } from "../../shared-flaws/flaw.ts";
import { at, list, text } from "../../shared-objects/values.ts";
import { outboundProblem } from "../../shared-mesh/configuration.ts";
import { openEntries, throughGateway } from "../../shared-mesh/service-entries.ts";

export const rule: ResourceRule<Flaw> = defineRule<Flaw>({
  id: "mesh/egress-restricted",
  title: "Traffic leaves the mesh only for declared services",
  severity: "error",
  confidence: "high",
  surface: "mesh",
  catalogue: ["MS009"],
  aliases: [],
  since: "0.2.0",
  options: {
    throughGateway: {
      description: "True where all traffic to services outside must pass an egress gateway of the mesh.",
      schema: { type: "boolean" },
      default: false,
    },
  },
  kinds: [
    "networking.istio.io/Sidecar",
    "networking.istio.io/ServiceEntry",
    "install.istio.io/IstioOperator",
    "sailoperator.io/Istio",
    "helm.toolkit.fluxcd.io/HelmRelease",
    "argoproj.io/Application",
    "/ConfigMap",
  ],
  check,
  message: say({
    allowsAny: ({ kind, name, value }) =>
      `${kind} "${name}" lets traffic leave for any address (${value}): set REGISTRY_ONLY.`,
    allHosts: ({ name }) =>
      `Sidecar "${name}" lets its pods reach every service of every namespace: name those they need.`,
    wildcardHost: ({ name, value }) =>
      `ServiceEntry "${name}" opens "${value}": name the hosts that the workloads need.`,
    unresolved: ({ name }) =>
      `ServiceEntry "${name}" sends traffic to whatever address the caller names, since its resolution is NONE.`,
    noGateway: ({ name }) =>
      `ServiceEntry "${name}" is reached past the declared egress gateway: no VirtualService of the workspace leads there.`,
  }),
  fix: mend,
  settle: throughGateway,
});

const ANY = "ALLOW_ANY";

function* check(resource: Resource, { options }: RuleContext): Iterable<Problem<Flaw>> {
  if (resource.kind === "ServiceEntry") {
    yield* openEntries(resource, options["throughGateway"] === true);
  } else if (resource.kind === "Sidecar") {
    yield* openSidecar(resource);
  } else {
    yield* outboundProblem(resource);
  }
}

/** `*`, `./*` and names of namespaces stay narrower than all services of all namespaces. */
function* openSidecar(resource: Resource): Iterable<Problem<Flaw>> {
  const spec = at(resource.value, "spec");
  const mode = ["spec", "outboundTrafficPolicy", "mode"];
  if (text(at(spec, "outboundTrafficPolicy", "mode")) === ANY)
    yield flawAt(resource, "allowsAny", mode, {
      value: ANY,
      repair: withValue(mode, "REGISTRY_ONLY", "Set the mode to REGISTRY_ONLY"),
    });
  for (const [index, egress] of list(at(spec, "egress")).entries()) {
    for (const [position, host] of list(at(egress, "hosts")).entries()) {
      if (host === "*/*") yield flawAt(resource, "allHosts", ["spec", "egress", index, "hosts", position]);
    }
  }
}
