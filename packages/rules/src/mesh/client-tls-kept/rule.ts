import {
  defineRule,
  type Candidate,
  type Inventory,
  type Problem,
  type Resource,
  type ResourceRule,
} from "@plimsoll/core";
import { at, text } from "../../shared-objects/values.ts";
import { flawAt, mend, say, withValue, type Flaw } from "../../shared-flaws/flaw.ts";
import { placeOfHost } from "../../shared-mesh/hosts.ts";
import { isInside } from "../../shared-mesh/host-index.ts";
import { trafficPolicies } from "../../shared-mesh/traffic-policies.ts";

export const rule: ResourceRule<Flaw> = defineRule<Flaw>({
  id: "mesh/client-tls-kept",
  title: "Destination rules keep the mesh's mutual TLS",
  severity: "error",
  confidence: "high",
  surface: "mesh",
  catalogue: ["MS004"],
  aliases: [],
  since: "0.2.0",
  kinds: ["networking.istio.io/DestinationRule"],
  check,
  message: say({
    downgraded: ({ name, value }) =>
      `DestinationRule "${name}" has TLS mode ${value} for a service of the mesh: its callers give up their identity.`,
    perhapsDowngraded: ({ name, value }) =>
      `DestinationRule "${name}" has TLS mode ${value} for a service of the mesh: its callers give up their identity.`,
    notVerified: ({ name }) =>
      `DestinationRule "${name}" skips the check of the server's certificate: anyone may answer in its place.`,
  }),
  fix: mend,
  settle,
});

const DOWNGRADES: ReadonlySet<string | undefined> = new Set(["DISABLE", "SIMPLE"]);

function* check(resource: Resource): Iterable<Problem<Flaw>> {
  const host = text(at(resource.value, "spec", "host")) ?? "";
  const place = placeOfHost(host);
  for (const { path, value } of trafficPolicies(resource)) {
    const mode = text(at(value, "tls", "mode"))?.toUpperCase();
    const modePath = [...path, "tls", "mode"];
    if (place !== "outside" && DOWNGRADES.has(mode)) {
      const repair = withValue(modePath, "ISTIO_MUTUAL", "Set the mode to ISTIO_MUTUAL");
      const problem = place === "mesh" ? "downgraded" : "perhapsDowngraded";
      yield flawAt(resource, problem, modePath, { value: mode ?? "", repair });
    }
    if (at(value, "tls", "insecureSkipVerify") !== true) continue;
    const skip = [...path, "tls", "insecureSkipVerify"];
    yield flawAt(resource, "notVerified", skip, {
      repair: withValue(skip, false, "Set insecureSkipVerify to false"),
    });
  }
}

/** A name that may be of the mesh or not is taken for it where the workspace holds such a Service; one that a ServiceEntry puts outside is not. */
function settle({ problem, resource }: Candidate, inventory: Inventory): boolean {
  if (problem === "notVerified" || resource === undefined) return true;
  return isInside(inventory, resource, problem === "downgraded");
}
