import {
  defineRule,
  isEmptySelector,
  type Inventory,
  type WorkspaceProblem,
  type WorkspaceRule,
} from "@plimsoll/core";
import { podKnowledge } from "../../shared-workspace/network.ts";

export const rule: WorkspaceRule = defineRule({
  id: "kubernetes/service-selects-pods",
  title: "A Service selects pods that exist",
  severity: "warning",
  confidence: "medium",
  surface: "kubernetes",
  catalogue: ["KM020"],
  aliases: [
    "kube-linter:dangling-service",
    "kube-score:service-targets-pod",
    "kubescape:C-0293",
    "kics:service_does_not_target_pod",
    "monokle:LNK001",
  ],
  since: "0.1.0",
  reads: "namespace",
  judge,
});

function* judge(inventory: Inventory): Iterable<WorkspaceProblem> {
  for (const [index, record] of inventory.resources.entries()) {
    if (record.kind !== "Service" || record.group !== "" || record.selects === undefined) continue;
    if (record.settings?.["type"] === "ExternalName" || isEmptySelector(record.selects.selector)) continue;
    const confidence = podKnowledge(inventory, record.namespace);
    if (
      confidence === undefined ||
      inventory.podsMatching(record.selects.selector, record.namespace).length > 0
    )
      continue;
    yield {
      problem: "nothingSelected",
      resource: index,
      at: record.selects.range,
      subject: "selector",
      confidence,
      message: `Service "${record.name}" selects no pod of the workspace: its callers get no answer.`,
    };
  }
}
