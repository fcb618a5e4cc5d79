import {
  defineRule,
  isEmptySelector,
  type Inventory,
  type ResourceRecord,
  type WorkspaceProblem,
  type WorkspaceRule,
} from "@plimsoll/core";
import { count, leastReplicas } from "../../shared-workspace/scaling.ts";

export const rule: WorkspaceRule = defineRule({
  id: "kubernetes/disruption-budget-below-replicas",
  title: "A disruption budget keeps fewer pods than there are",
  severity: "warning",
  confidence: "medium",
  surface: "kubernetes",
  catalogue: ["KM046"],
  aliases: ["kube-linter:pdb-min-available", "polaris:pdbMinAvailableGreaterThanHPAMinReplicas"],
  since: "0.1.0",
  judge,
});

function* judge(inventory: Inventory): Iterable<WorkspaceProblem> {
  for (const [index, record] of inventory.resources.entries()) {
    if (
      record.kind !== "PodDisruptionBudget" ||
      record.selects === undefined ||
      isEmptySelector(record.selects.selector)
    )
      continue;
    const workloads = inventory
      .podsMatching(record.selects.selector, record.namespace)
      .filter(({ kind }) => kind !== "DaemonSet");
    const blocked =
      workloads.length > 3 ? undefined : workloads.find((workload) => keepsAll(inventory, record, workload));
    if (blocked === undefined) continue;
    const { kind, name, file, range } = blocked;
    yield {
      problem: "keepsAll",
      resource: index,
      message: `PodDisruptionBudget "${record.name}" keeps all pods of ${kind} "${name}": none can be evicted.`,
      related: [{ file, range, message: "the workload" }],
    };
  }
}

/** A percentage is rounded up, as Kubernetes does. */
function keepsAll(inventory: Inventory, budget: ResourceRecord, workload: ResourceRecord): boolean {
  const text = budget.settings?.["minAvailable"];
  const least = leastReplicas(inventory, workload);
  if (least === undefined) return false;
  const percent = text?.endsWith("%") === true ? count(text.slice(0, -1)) : undefined;
  const kept = percent === undefined ? count(text) : Math.ceil((percent / 100) * least);
  return kept !== undefined && least > 0 && kept >= least;
}
