import { defineRule, type Inventory, type WorkspaceProblem, type WorkspaceRule } from "@plimsoll/core";
import { duplicates } from "../../shared-workspace/duplicates.ts";

export const rule: WorkspaceRule = defineRule({
  id: "kubernetes/service-selectors-unique",
  title: "Services do not select the same pods by the same labels",
  severity: "info",
  confidence: "low",
  surface: "kubernetes",
  catalogue: ["KM020"],
  aliases: ["gatekeeper:uniqueserviceselector"],
  since: "0.1.0",
  reads: "namespace",
  judge,
});

function* judge(inventory: Inventory): Iterable<WorkspaceProblem> {
  const claims = inventory.resources.flatMap((record, index) => {
    const { selects, namespace, settings } = record;
    if (record.kind !== "Service" || record.group !== "" || selects === undefined) return [];
    const labels = Object.entries(selects.selector.labels).sort(([a], [b]) => (a < b ? -1 : 1));
    const isHeadless = settings?.["clusterIP"] === "None";
    // Argo Rollouts tells its Services apart by a label that it adds itself.
    if (inventory.podsMatching(selects.selector, namespace).some(({ kind }) => kind === "Rollout")) return [];
    const key = JSON.stringify([namespace ?? "", labels, isHeadless, settings?.["type"] ?? "ClusterIP"]);
    return labels.length === 0 ? [] : [{ key, owner: record.name, index, record, range: selects.range }];
  });
  for (const { claim, other } of duplicates(claims)) {
    yield {
      problem: "sameSelector",
      resource: claim.index,
      at: claim.range,
      subject: "selector",
      message: `Service "${claim.record.name}" selects the same pods as Service "${other.record.name}".`,
      related: [{ file: other.record.file, range: other.range, message: "the other selector" }],
    };
  }
}
