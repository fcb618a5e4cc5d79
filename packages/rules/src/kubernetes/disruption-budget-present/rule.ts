import {
  defineRule,
  selectorMatches,
  type Inventory,
  type ResourceRecord,
  type WorkspaceProblem,
  type WorkspaceRule,
} from "@plimsoll/core";
import { companionFix, companionMetadata } from "../../shared-workspace/companion.ts";
import { mayRunSeveral } from "../../shared-workspace/scaling.ts";

const KINDS: ReadonlySet<string> = new Set(["Deployment", "StatefulSet", "Rollout", "DeploymentConfig"]);

export const rule: WorkspaceRule = defineRule({
  id: "kubernetes/disruption-budget-present",
  title: "A workload of several pods has a disruption budget",
  severity: "info",
  confidence: "medium",
  surface: "kubernetes",
  catalogue: ["KM046"],
  aliases: [
    "kube-score:deployment-has-poddisruptionbudget",
    "kube-score:statefulset-has-poddisruptionbudget",
    "polaris:missingPodDisruptionBudget",
    "kics:deployment_without_pod_disruption_budget",
    "kics:statefulset_without_pod_disruption_budget",
  ],
  since: "0.1.0",
  reads: "namespace",
  judge,
});

function* judge(inventory: Inventory): Iterable<WorkspaceProblem> {
  const covered = new Set<ResourceRecord>();
  for (const { selects, namespace } of inventory.ofKind("PodDisruptionBudget")) {
    if (selects === undefined) continue;
    for (const workload of inventory.podsMatching(selects.selector, namespace)) covered.add(workload);
  }
  for (const [index, record] of inventory.resources.entries()) {
    if (!KINDS.has(record.kind) || covered.has(record) || !mayRunSeveral(record) || isBroken(record))
      continue;
    const message = `${record.kind} "${record.name}" has no PodDisruptionBudget: an upgrade of the nodes may stop all its pods at once.`;
    yield { problem: "missing", resource: index, message, fixes: fixes(record) };
  }
}

/** The API server refuses a workload that does not select its own pods, of which another rule speaks; what a budget covers is open. */
function isBroken({ selector, podLabels = {} }: ResourceRecord): boolean {
  return selector !== undefined && !selectorMatches({ labels: selector, expressions: [] }, podLabels);
}

function fixes(record: ResourceRecord) {
  const { name, namespace, podLabels, selector } = record;
  if (podLabels === undefined || Object.keys(podLabels).length === 0) return [];
  const isOwn = selector !== undefined && selectorMatches({ labels: selector, expressions: [] }, podLabels);
  return companionFix(record, "Add a PodDisruptionBudget", {
    apiVersion: "policy/v1",
    kind: "PodDisruptionBudget",
    metadata: companionMetadata(name, namespace),
    spec: { maxUnavailable: 1n, selector: { matchLabels: isOwn ? selector : podLabels } },
  });
}
