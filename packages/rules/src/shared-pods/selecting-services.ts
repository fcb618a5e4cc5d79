import type { Candidate, Inventory, ResourceRecord } from "@plimsoll/core";

/**
 * A finding on pods that a Service would send requests to falls where the workspace holds Services and none of the pods'
 * namespace selects them. Where it holds no Service at all, or the pods' labels are not known, it stands.
 */
export function unlessNoServiceSelects({ resource }: Candidate, inventory: Inventory): boolean {
  if (resource === undefined) return true;
  const namespace = resource.namespace ?? "";
  const known = inventory.ofKind("Service").filter(({ group }) => group === "");
  if (known.length === 0) return true;
  const services = known.filter((service) => (service.namespace ?? "") === namespace);
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
