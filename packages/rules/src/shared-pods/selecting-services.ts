import type { Candidate, Inventory, ResourceRecord } from "@plimsoll/core";

/**
 * A finding on pods that a Service would send requests to falls where Services of their namespace are known and none of
 * them selects the pods. Where no Service is known, or the pods' labels are not, it stands.
 */
export function unlessNoServiceSelects({ resource }: Candidate, inventory: Inventory): boolean {
  if (resource === undefined) return true;
  const namespace = resource.namespace ?? "";
  const services = inventory.ofKind("Service", namespace).filter(({ group }) => group === "");
  if (services.length === 0) return true;
  const workloads = inventory
    .ofKind(resource.kind, namespace)
    .filter(({ name, apiVersion }) => name === resource.name && apiVersion === resource.apiVersion);
  if (workloads.length === 0) return true;
  return workloads.some((workload) => services.some((service) => selects(service, workload)));
}

/** A Service without a selector has endpoints of its own and selects nothing. */
function selects({ selector }: ResourceRecord, { podLabels }: ResourceRecord): boolean {
  const wanted = Object.entries(selector ?? {});
  if (podLabels === undefined) return true;
  return (
    wanted.length > 0 &&
    wanted.every(([key, value]) => Object.hasOwn(podLabels, key) && podLabels[key] === value)
  );
}
