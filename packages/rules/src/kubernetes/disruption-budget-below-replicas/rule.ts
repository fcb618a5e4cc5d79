import {
  defineRule,
  isEmptySelector,
  type Inventory,
  type ResourceRecord,
  type WorkspaceProblem,
  type WorkspaceRule,
} from "@plimsoll/core";
import { autoscalersOf, count, leastReplicas } from "../../shared-workspace/scaling.ts";

export const rule: WorkspaceRule = defineRule({
  id: "kubernetes/disruption-budget-below-replicas",
  title: "A disruption budget keeps fewer pods than there are",
  severity: "warning",
  confidence: "medium",
  surface: "kubernetes",
  catalogue: ["KM046"],
  aliases: ["kube-linter:pdb-min-available", "polaris:pdbMinAvailableGreaterThanHPAMinReplicas"],
  narrows: true,
  since: "0.1.0",
  reads: "namespace",
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
      ...problemOf(inventory, record, blocked),
      resource: index,
      message: `PodDisruptionBudget "${record.name}" keeps all pods of ${kind} "${name}": none can be evicted.`,
      related: [{ file, range, message: "the workload" }],
    };
  }
}

function keepsAll(inventory: Inventory, budget: ResourceRecord, workload: ResourceRecord): boolean {
  const least = leastReplicas(inventory, workload);
  if (least === undefined || least <= 0) return false;
  const kept = keptOf(budget, least);
  return kept !== undefined && kept >= least;
}

/** How many of `least` pods a budget keeps. A percentage is rounded up, as Kubernetes does. */
function keptOf({ settings }: ResourceRecord, least: number): number | undefined {
  const text = settings?.["minAvailable"];
  const percent = text?.endsWith("%") === true ? count(text.slice(0, -1)) : undefined;
  return percent === undefined ? count(text) : Math.ceil((percent / 100) * least);
}

/** Exactly as many as run, or more than a stated minimum, which other tools call a contradiction. */
function problemOf(
  inventory: Inventory,
  budget: ResourceRecord,
  workload: ResourceRecord,
): Pick<WorkspaceProblem, "problem" | "aliases"> {
  const least = leastReplicas(inventory, workload) ?? 0;
  const isStated = autoscalersOf(inventory, workload).every(
    ({ settings }) => settings?.["minReplicas"] !== undefined,
  );
  if ((keptOf(budget, least) ?? 0) > least && isStated) return { problem: "keepsMore" };
  return { problem: "keepsAll", aliases: ["kube-linter:pdb-min-available"] };
}
