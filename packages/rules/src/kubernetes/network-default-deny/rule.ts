import { defineRule, type Inventory, type WorkspaceRule } from "@plimsoll/core";
import { companionMetadata } from "../../shared-workspace/companion.ts";
import { judgeNamespaces } from "../../shared-workspace/namespaces.ts";
import { hasForeignPolicies } from "../../shared-workspace/network.ts";

export const rule: WorkspaceRule = defineRule({
  id: "kubernetes/network-default-deny",
  title: "Every namespace denies traffic by default",
  severity: "error",
  confidence: "medium",
  surface: "kubernetes",
  catalogue: ["KM029"],
  aliases: [
    "kubescape:C-0030",
    "kubescape:C-0054",
    "kubescape:C-0206",
    "kics:network_policy_is_not_targeting_any_pod",
  ],
  since: "0.1.0",
  reads: "namespace",
  judge: (inventory) =>
    judgeNamespaces(inventory, {
      isSatisfied: (namespace) =>
        namespace === "kube-system" ||
        hasForeignPolicies(inventory, namespace) ||
        deniesBoth(inventory, namespace),
      problem: "missing",
      message: (where) =>
        `${where} has no NetworkPolicy that denies ingress and egress by default: every pod may speak to every other.`,
      title: "Add a policy that denies all traffic",
      companion: (namespace) => ({
        apiVersion: "networking.k8s.io/v1",
        kind: "NetworkPolicy",
        metadata: companionMetadata("default-deny", namespace),
        spec: { podSelector: {}, policyTypes: ["Ingress", "Egress"] },
      }),
    }),
});

function deniesBoth(inventory: Inventory, namespace: string): boolean {
  const facts = inventory.ofKind("NetworkPolicy", namespace).flatMap((policy) => policy.facts ?? []);
  return facts.includes("denies-ingress") && facts.includes("denies-egress");
}
