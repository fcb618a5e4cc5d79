import {
  defineRule,
  type Inventory,
  type ResourceRecord,
  type WorkspaceProblem,
  type WorkspaceRule,
} from "@plimsoll/core";
import { companionFix, companionMetadata } from "../../shared-workspace/companion.ts";
import { autoscalersOf, mayRunSeveral } from "../../shared-workspace/scaling.ts";

export const rule: WorkspaceRule = defineRule({
  id: "kubernetes/autoscaler-present",
  title: "A served workload has an autoscaler",
  severity: "info",
  confidence: "low",
  surface: "kubernetes",
  catalogue: ["KM032"],
  aliases: [],
  since: "0.1.0",
  reads: "namespace",
  judge,
});

function* judge(inventory: Inventory): Iterable<WorkspaceProblem> {
  const served = servedWorkloads(inventory);
  for (const [index, record] of inventory.resources.entries()) {
    if (!served.has(record) || record.kind !== "Deployment" || !mayRunSeveral(record)) continue;
    if (autoscalersOf(inventory, record).length > 0) continue;
    const message = `Deployment "${record.name}" is behind a Service and has no autoscaler: it does not follow its load.`;
    yield {
      problem: "missing",
      resource: index,
      message,
      fixes: companionFix(record, "Add an autoscaler", autoscalerFor(record)),
    };
  }
}

function servedWorkloads(inventory: Inventory): ReadonlySet<ResourceRecord> {
  const served = new Set<ResourceRecord>();
  for (const { group, selects, namespace } of inventory.ofKind("Service")) {
    if (group !== "" || selects === undefined || Object.keys(selects.selector.labels).length === 0) continue;
    for (const workload of inventory.podsMatching(selects.selector, namespace)) served.add(workload);
  }
  return served;
}

function autoscalerFor({ name, namespace }: ResourceRecord) {
  const target = { type: "Utilization", averageUtilization: 80n };
  return {
    apiVersion: "autoscaling/v2",
    kind: "HorizontalPodAutoscaler",
    metadata: companionMetadata(name, namespace),
    spec: {
      scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name },
      minReplicas: 3n,
      maxReplicas: 6n,
      metrics: [{ type: "Resource", resource: { name: "cpu", target } }],
    },
  };
}
