import type { Candidate, Inventory, Problem, Resource } from "@plimsoll/core";
import { flawAt, type Flaw } from "../shared-flaws/flaw.ts";
import { at, list, text } from "../shared-objects/values.ts";
import { hostsOf } from "./host-index.ts";

/**
 * What a ServiceEntry opens beyond named hosts. Entries for workloads of the mesh itself open nothing.
 * @param needsGateway whether traffic outside must pass a gateway; see {@link throughGateway}
 */
export function* openEntries(resource: Resource, needsGateway: boolean): Iterable<Problem<Flaw>> {
  const spec = at(resource.value, "spec");
  if (text(at(spec, "location")) === "MESH_INTERNAL") return;
  for (const [index, host] of list(at(spec, "hosts")).entries()) {
    const name = text(host) ?? "";
    if (name.startsWith("*"))
      yield flawAt(resource, "wildcardHost", ["spec", "hosts", index], { value: name });
  }
  if ((text(at(spec, "resolution")) ?? "NONE") === "NONE")
    yield flawAt(resource, "unresolved", ["spec", "resolution"]);
  if (needsGateway) yield flawAt(resource, "noGateway", ["metadata", "name"], { confidence: "medium" });
}

/** An entry needs no finding where a VirtualService of one of its hosts hangs on a gateway. */
export function throughGateway({ problem, resource }: Candidate, inventory: Inventory): boolean {
  if (problem !== "noGateway" || resource === undefined) return true;
  const hosts = new Set(
    inventory
      .named("ServiceEntry", resource.name)
      .filter(({ namespace }) => namespace === resource.namespace)
      .flatMap(hostsOf),
  );
  const routes = new Set(inventory.referencesTo("Gateway").map(({ record }) => record));
  return ![...routes].some(
    (route) => route.kind === "VirtualService" && hostsOf(route).some((host) => hosts.has(host)),
  );
}
