import {
  defineRule,
  isEmptySelector,
  type Inventory,
  type WorkspaceProblem,
  type WorkspaceRule,
} from "@plimsoll/core";
import { knowsPods } from "../../shared-workspace/network.ts";

export const rule: WorkspaceRule = defineRule({
  id: "kubernetes/disruption-budget-selects-pods",
  title: "A disruption budget selects pods that exist",
  severity: "warning",
  confidence: "medium",
  surface: "kubernetes",
  catalogue: ["KM046"],
  aliases: [],
  since: "0.1.0",
  reads: "namespace",
  judge,
});

function* judge(inventory: Inventory): Iterable<WorkspaceProblem> {
  for (const [index, { kind, name, namespace, selects }] of inventory.resources.entries()) {
    if (kind !== "PodDisruptionBudget" || selects === undefined || isEmptySelector(selects.selector))
      continue;
    if (!knowsPods(inventory, namespace) || inventory.podsMatching(selects.selector, namespace).length > 0)
      continue;
    const message = `PodDisruptionBudget "${name}" selects no pod of the workspace: it protects nothing.`;
    yield { problem: "nothingSelected", resource: index, at: selects.range, subject: "selector", message };
  }
}
