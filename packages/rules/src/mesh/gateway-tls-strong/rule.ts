import {
  defineRule,
  type Candidate,
  type Inventory,
  type Problem,
  type Resource,
  type ResourceRule,
} from "@plimsoll/core";
import { mend, say, type Flaw } from "../../shared-flaws/flaw.ts";
import { gatewayListeners, gatewayServers } from "../../shared-mesh/gateways.ts";

export const rule: ResourceRule<Flaw> = defineRule<Flaw>({
  id: "mesh/gateway-tls-strong",
  title: "Gateways take only TLS, and no old version of it",
  severity: "error",
  confidence: "high",
  surface: "mesh",
  catalogue: ["MS010"],
  aliases: [],
  since: "0.2.0",
  kinds: ["networking.istio.io/Gateway", "gateway.networking.k8s.io/Gateway"],
  check: (resource: Resource): Iterable<Problem<Flaw>> =>
    resource.group === "networking.istio.io" ? gatewayServers(resource) : gatewayListeners(resource),
  message: say({
    plain: ({ name, value }) =>
      `Gateway "${name}" serves ${value} in the clear: redirect it to HTTPS or take it out.`,
    plainListener: ({ name, value }) =>
      `Gateway "${name}" has a listener for ${value}, and no route of the workspace redirects it to HTTPS.`,
    noTls: ({ name, value }) =>
      `Gateway "${name}" serves ${value} without saying how: it has no tls settings.`,
    oldVersion: ({ name, value }) => `Gateway "${name}" accepts ${value}: ask for TLS 1.2 at least.`,
    weakCipher: ({ name, value }) => `Gateway "${name}" accepts the weak cipher suite ${value}.`,
    optionalClient: ({ name }) =>
      `Gateway "${name}" takes clients without a certificate (OPTIONAL_MUTUAL) where it asks for one.`,
  }),
  fix: mend,
  settle,
});

/** A listener in the clear is fine where all that hangs on its gateway is a redirect. */
function settle({ problem, resource }: Candidate, inventory: Inventory): boolean {
  if (problem !== "plainListener" || resource === undefined) return true;
  return !inventory
    .referrers("Gateway", resource.name)
    .some(
      ({ record, reference }) =>
        record.facts?.includes("redirects-to-https") === true &&
        (reference.namespace ?? record.namespace ?? "") === (resource.namespace ?? ""),
    );
}
