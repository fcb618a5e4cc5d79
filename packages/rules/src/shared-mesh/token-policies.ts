import type { Candidate, Inventory, ResourceRecord } from "@plimsoll/core";

/** Whether no AuthorizationPolicy for the pods of a RequestAuthentication asks for a token. */
export function tokenStands({ resource }: Candidate, inventory: Inventory): boolean {
  if (resource === undefined) return true;
  const namespace = resource.namespace ?? "";
  const [own] = inventory
    .named("RequestAuthentication", resource.name)
    .filter((record) => (record.namespace ?? "") === namespace);
  const policies = [
    ...inventory.ofKind("AuthorizationPolicy", namespace),
    ...inventory.ofKind("AuthorizationPolicy", "istio-system"),
  ];
  return !policies.some(
    (policy) =>
      policy.facts?.includes("requires-token") === true && (own === undefined || covers(policy, own)),
  );
}

/** Whether a policy holds for pods that another is for: it selects all, or asks for no other labels. Targets are not compared. */
function covers(policy: ResourceRecord, own: ResourceRecord): boolean {
  const labels = Object.entries(policy.selects?.selector.labels ?? {});
  const wanted = own.selects?.selector.labels ?? {};
  return labels.every(([key, value]) => Object.hasOwn(wanted, key) && wanted[key] === value);
}
