import type { Inventory, ResourceIdentity, ResourceRecord } from "@plimsoll/core";
import { attached } from "@plimsoll/syntax";
import { serviceOfHost } from "./hosts.ts";

const known = attached<Inventory, ReadonlySet<string>>();

/** Hosts that ServiceEntries of the workspace put outside the mesh. */
export function outsideHosts(inventory: Inventory): ReadonlySet<string> {
  let hosts = known.get(inventory);
  if (hosts === undefined) {
    const entries = inventory
      .ofKind("ServiceEntry")
      .filter(({ facts }) => facts?.includes("external") === true);
    hosts = new Set(entries.flatMap(hostsOf));
    known.set(inventory, hosts);
  }
  return hosts;
}

/** The hosts that an object of Istio's routing names. */
export function hostsOf({ facts = [] }: ResourceRecord): readonly string[] {
  return facts.filter((fact) => fact.startsWith("host:")).map((fact) => fact.slice("host:".length));
}

/** Whether the hosts of an object are in the mesh; unsure ones are where the workspace holds such a Service. */
export function isInside(inventory: Inventory, resource: ResourceIdentity, isSure: boolean): boolean {
  const records = inventory
    .named(resource.kind, resource.name)
    .filter(({ namespace }) => namespace === resource.namespace);
  return records.flatMap(hostsOf).some((host) => {
    if (outsideHosts(inventory).has(host)) return false;
    if (isSure) return true;
    const { name, namespace } = serviceOfHost(host, resource.namespace);
    return inventory.named("Service", name).some((service) => (service.namespace ?? "") === namespace);
  });
}
