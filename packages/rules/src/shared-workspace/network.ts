import type { Confidence, Inventory } from "@plimsoll/core";

/** Kinds of policies beside Kubernetes' own that govern the pods of their namespace. */
const FOREIGN_KINDS: readonly string[] = ["CiliumNetworkPolicy"];

/** Kinds of policies that govern pods of any namespace. */
const CLUSTER_KINDS: readonly string[] = [
  "CiliumClusterwideNetworkPolicy",
  "GlobalNetworkPolicy",
  "AdminNetworkPolicy",
  "BaselineAdminNetworkPolicy",
];

/** Whether policies of a network plugin may govern a namespace; what they mean is not judged. */
export function hasForeignPolicies(inventory: Inventory, namespace: string): boolean {
  if (CLUSTER_KINDS.some((kind) => inventory.ofKind(kind).length > 0)) return true;
  if (FOREIGN_KINDS.some((kind) => inventory.ofKind(kind, namespace).length > 0)) return true;
  return inventory
    .ofKind("NetworkPolicy", namespace)
    .some(({ group }) => group.endsWith("projectcalico.org"));
}

/** How sure it is that pods of a namespace would be in the workspace: undefined where it holds no pods at all. */
export function podKnowledge(inventory: Inventory, namespace: string | undefined): Confidence | undefined {
  if (knowsPods(inventory, namespace)) return "medium";
  return inventory.resources.some(({ podLabels }) => podLabels !== undefined) ? "low" : undefined;
}

/** Whether the workspace holds workloads of a namespace. */
export function knowsPods(inventory: Inventory, namespace: string | undefined): boolean {
  return inventory.podsMatching({ labels: {}, expressions: [] }, namespace).length > 0;
}
