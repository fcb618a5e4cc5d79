import type { Candidate, Inventory, ResourceRecord } from "@plimsoll/core";

/** The autoscalers that set the number of a workload's pods. */
export function autoscalersOf(
  inventory: Inventory,
  { kind, name, namespace }: ResourceRecord,
): readonly ResourceRecord[] {
  return inventory
    .referrers(kind, name)
    .filter(
      ({ record, reference }) => reference.via === "spec.scaleTargetRef" && record.namespace === namespace,
    )
    .map(({ record }) => record);
}

/** A finding on the number of pods falls where an autoscaler of the workspace sets it. */
export function unlessAutoscaled({ resource }: Candidate, inventory: Inventory): boolean {
  if (resource === undefined) return true;
  const records = inventory
    .named(resource.kind, resource.name)
    .filter(({ namespace }) => namespace === resource.namespace);
  return records.every((record) => autoscalersOf(inventory, record).length === 0);
}

/**
 * The least number of pods that a workload runs: the minimum of its autoscalers, which is 1 (0 with KEDA) where they state none, else
 * what it states itself. Undefined where it states nothing, for then something outside the files may set it.
 */
export function leastReplicas(inventory: Inventory, record: ResourceRecord): number | undefined {
  const scaled = autoscalersOf(inventory, record).map(({ kind, settings }) =>
    kind === "ScaledObject"
      ? (count(settings?.["minReplicaCount"]) ?? 0)
      : (count(settings?.["minReplicas"]) ?? 1),
  );
  return scaled.length > 0 ? Math.min(...scaled) : count(record.settings?.["replicas"]);
}

/** Whether a workload may run more than one pod: it says so, or says nothing, which leaves it to an autoscaler or a person. */
export function mayRunSeveral(record: ResourceRecord): boolean {
  return (count(record.settings?.["replicas"]) ?? 2) > 1;
}

/** A whole number that is written out. */
export function count(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
