import {
  defineRule,
  isEmptySelector,
  type Inventory,
  type LabelSelector,
  type WorkspaceProblem,
  type WorkspaceRule,
} from "@plimsoll/core";
import { knowsPods } from "../../shared-workspace/network.ts";

export const rule: WorkspaceRule = defineRule({
  id: "kubernetes/network-policy-selects-pods",
  title: "Network policies select pods that exist",
  severity: "warning",
  confidence: "medium",
  surface: "kubernetes",
  catalogue: ["KM029"],
  aliases: [
    "kube-linter:dangling-networkpolicy",
    "kube-linter:dangling-networkpolicypeer-podselector",
    "kube-score:networkpolicy-targets-pod",
    "kubescape:C-0300",
  ],
  since: "0.1.0",
  reads: "namespace",
  judge,
});

function* judge(inventory: Inventory): Iterable<WorkspaceProblem> {
  for (const [index, record] of inventory.resources.entries()) {
    if (record.kind !== "NetworkPolicy" || !knowsPods(inventory, record.namespace)) continue;
    const matchesNone = (selector: LabelSelector): boolean =>
      !isEmptySelector(selector) && inventory.podsMatching(selector, record.namespace).length === 0;
    if (record.selects !== undefined && matchesNone(record.selects.selector)) {
      const message = `NetworkPolicy "${record.name}" selects no pod of the workspace.`;
      yield {
        problem: "nothingSelected",
        resource: index,
        at: record.selects.range,
        subject: "podSelector",
        message,
      };
    }
    for (const [number, { selector, range }] of (record.peers ?? []).entries()) {
      if (!matchesNone(selector)) continue;
      const message = `A rule of NetworkPolicy "${record.name}" allows pods that the workspace does not hold.`;
      yield { problem: "peerMissing", resource: index, at: range, subject: `peer ${number}`, message };
    }
  }
}
