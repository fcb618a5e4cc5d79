import {
  defineRule,
  isEmptySelector,
  selectorMatches,
  type Inventory,
  type WorkspaceProblem,
  type WorkspaceRule,
} from "@plimsoll/core";

export const rule: WorkspaceRule = defineRule({
  id: "kubernetes/service-monitor-selects-services",
  title: "A ServiceMonitor selects Services that exist",
  severity: "info",
  confidence: "medium",
  surface: "kubernetes",
  catalogue: ["KM047"],
  aliases: ["kube-linter:dangling-servicemonitor"],
  since: "0.1.0",
  reads: { kinds: ["Service", "ServiceMonitor"] },
  judge,
});

function* judge(inventory: Inventory): Iterable<WorkspaceProblem> {
  const services = inventory.ofKind("Service").filter(({ group }) => group === "");
  if (services.length === 0) return;
  const known = new Map<string, boolean>();
  for (const [index, { kind, name, selects }] of inventory.resources.entries()) {
    if (kind !== "ServiceMonitor" || selects === undefined || isEmptySelector(selects.selector)) continue;
    const key = JSON.stringify(selects.selector);
    const finds = known.get(key) ?? services.some(({ labels }) => selectorMatches(selects.selector, labels));
    known.set(key, finds);
    if (finds) continue;
    const message = `ServiceMonitor "${name}" selects no Service of the workspace: nothing is measured.`;
    yield { problem: "nothingSelected", resource: index, at: selects.range, subject: "selector", message };
  }
}
