import { defineRule, type Inventory, type WorkspaceProblem, type WorkspaceRule } from "@plimsoll/core";
import { autoscalersOf } from "../../shared-workspace/scaling.ts";

export const rule: WorkspaceRule = defineRule({
  id: "kubernetes/autoscaled-workload-without-replicas",
  title: "A workload with an autoscaler states no number of pods",
  severity: "warning",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM032"],
  aliases: [
    "kube-score:deployment-targeted-by-hpa-does-not-have-replicas-configured",
    "kics:hpa_targeted_deployments_with_configured_replica_count",
  ],
  since: "0.1.0",
  reads: "namespace",
  judge,
});

function* judge(inventory: Inventory): Iterable<WorkspaceProblem> {
  for (const [index, record] of inventory.resources.entries()) {
    if (record.replicasRange === undefined || record.podLabels === undefined) continue;
    const [scaler] = autoscalersOf(inventory, record);
    if (scaler === undefined) continue;
    yield {
      problem: "bothSet",
      resource: index,
      at: record.replicasRange,
      subject: "spec.replicas",
      message: `${record.kind} "${record.name}" states replicas, which ${scaler.kind} "${scaler.name}" sets too: every deployment undoes its work.`,
      related: [{ file: scaler.file, range: scaler.range, message: "the autoscaler" }],
    };
  }
}
