import { defineRule, type Inventory, type WorkspaceProblem, type WorkspaceRule } from "@plimsoll/core";
import { coloursOf } from "../../shared-gitops/colours.ts";

export const rule: WorkspaceRule = defineRule({
  id: "gitops/blue-green-switched-once",
  title: "A Service sends to one of blue and green",
  severity: "warning",
  confidence: "medium",
  surface: "gitops",
  catalogue: ["GO010"],
  aliases: [],
  since: "0.2.0",
  reads: "namespace",
  judge,
});

function* judge(inventory: Inventory): Iterable<WorkspaceProblem> {
  const coloured = new Set(
    inventory.resources
      .filter((record) => record.podLabels !== undefined && coloursOf(record).size > 0)
      .map(({ namespace = "" }) => namespace),
  );
  for (const [index, record] of inventory.resources.entries()) {
    const { kind, group, selects, namespace = "" } = record;
    if (kind !== "Service" || group !== "" || selects === undefined || !coloured.has(namespace)) continue;
    const pods = inventory.podsMatching(selects.selector, record.namespace);
    const blue = pods.find((one) => coloursOf(one).has("blue"));
    const green = pods.find((one) => coloursOf(one).has("green"));
    if (blue === undefined || green === undefined || blue === green) continue;
    yield {
      problem: "both",
      resource: index,
      at: selects.range,
      message: `Service "${record.name}" sends to "${blue.name}" and "${green.name}" at once: select one of them, and switch by the selector.`,
      related: [
        { file: blue.file, range: blue.range, message: "blue" },
        { file: green.file, range: green.range, message: "green" },
      ],
    };
  }
}
