import type { Candidate, Inventory, Referrer } from "@plimsoll/core";

/** A finding on a mounted token falls where the pod sets nothing itself and its service account turns the mount off. */
export function unlessAccountMountsNone({ resource }: Candidate, inventory: Inventory): boolean {
  if (resource === undefined) return true;
  const workloads = inventory
    .named(resource.kind, resource.name)
    .filter(
      ({ namespace, apiVersion }) => namespace === resource.namespace && apiVersion === resource.apiVersion,
    );
  return !workloads.every((workload) => {
    if (workload.facts?.includes("mounts-token") === true) return false;
    const account = workload.references?.find(({ via }) => via === "serviceAccountName")?.name ?? "default";
    const accounts = inventory
      .named("ServiceAccount", account)
      .filter(({ namespace }) => namespace === workload.namespace);
    return (
      accounts.length > 0 &&
      accounts.every(({ settings }) => settings?.["automountServiceAccountToken"] === "false")
    );
  });
}

/** One service account of one namespace, and the workloads that run under it. */
export interface AccountUsers {
  readonly name: string;
  readonly users: readonly Referrer[];
}

/** The workloads by the service account that they name. */
export function accountUsers(inventory: Inventory): readonly AccountUsers[] {
  const groups = new Map<string, { readonly name: string; readonly users: Referrer[] }>();
  for (const [index, record] of inventory.resources.entries()) {
    for (const reference of record.references ?? []) {
      if (reference.via !== "serviceAccountName") continue;
      const key = `${record.namespace ?? ""}\u0000${reference.name}`;
      const group = groups.get(key) ?? { name: reference.name, users: [] };
      group.users.push({ index, record, reference });
      groups.set(key, group);
    }
  }
  return [...groups.values()];
}
