import {
  defineRule,
  type Fix,
  type Inventory,
  type ResourceRecord,
  type WorkspaceProblem,
  type WorkspaceRule,
} from "@plimsoll/core";
import { companionFix, companionMetadata } from "../../shared-workspace/companion.ts";
import { hasForeignPolicies } from "../../shared-workspace/network.ts";

export const rule: WorkspaceRule = defineRule({
  id: "kubernetes/pods-have-network-policy",
  title: "A network policy governs every pod",
  severity: "warning",
  confidence: "medium",
  surface: "kubernetes",
  catalogue: ["KM029"],
  aliases: [
    "trivy:KSV-0038",
    "checkov:CKV2_K8S_6",
    "kube-linter:non-isolated-pod",
    "kubescape:C-0260",
    "kube-score:pod-networkpolicy",
    "polaris:missingNetworkPolicy",
    "kics:pod_misconfigured_network_policy",
  ],
  since: "0.1.0",
  reads: "namespace",
  judge,
});

const DIRECTIONS = ["ingress", "egress"] as const;

function* judge(inventory: Inventory): Iterable<WorkspaceProblem> {
  const governed = governedPods(inventory);
  for (const [index, record] of inventory.resources.entries()) {
    if (record.podLabels === undefined || hasForeignPolicies(inventory, record.namespace ?? "")) continue;
    const directions = governed.get(record) ?? new Set();
    const open = DIRECTIONS.filter((direction) => !directions.has(`isolates-${direction}`));
    const [first] = open;
    if (first === undefined) continue;
    const isWhole = open.length === DIRECTIONS.length;
    const message = isWhole
      ? `No NetworkPolicy governs the pods of ${record.kind} "${record.name}".`
      : `No NetworkPolicy governs the ${first} of the pods of ${record.kind} "${record.name}".`;
    yield {
      problem: isWhole ? "notIsolated" : `${first}Open`,
      resource: index,
      message,
      fixes: fixes(record, open),
    };
  }
}

/** A policy that closes the open directions; what the pods need is for a person to add. */
function fixes({ podLabels, ...record }: ResourceRecord, open: readonly string[]): readonly Fix[] {
  if (podLabels === undefined || Object.keys(podLabels).length === 0) return [];
  return companionFix(record, "Add a policy that denies these pods all traffic", {
    apiVersion: "networking.k8s.io/v1",
    kind: "NetworkPolicy",
    metadata: companionMetadata(record.name, record.namespace),
    spec: {
      podSelector: { matchLabels: podLabels },
      policyTypes: open.map((direction) => (direction === "ingress" ? "Ingress" : "Egress")),
    },
  });
}

/** The workloads that policies select, with the directions that they govern for each. */
function governedPods(inventory: Inventory): ReadonlyMap<ResourceRecord, ReadonlySet<string>> {
  const governed = new Map<ResourceRecord, Set<string>>();
  for (const { selects, namespace, facts } of inventory.ofKind("NetworkPolicy")) {
    const selector = selects?.selector ?? { labels: {}, expressions: [] };
    for (const workload of inventory.podsMatching(selector, namespace)) {
      const directions = governed.get(workload) ?? new Set();
      for (const fact of facts ?? []) directions.add(fact);
      governed.set(workload, directions);
    }
  }
  return governed;
}
