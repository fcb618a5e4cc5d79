import { defineRule, type Inventory, type WorkspaceProblem, type WorkspaceRule } from "@plimsoll/core";
import { duplicates } from "../../shared-workspace/duplicates.ts";

export const rule: WorkspaceRule = defineRule({
  id: "kubernetes/resources-unique",
  title: "The workspace holds each object once",
  severity: "warning",
  confidence: "low",
  surface: "kubernetes",
  catalogue: ["KM036"],
  aliases: ["kubescape:C-0307"],
  since: "0.1.0",
  judge,
});

function* judge(inventory: Inventory): Iterable<WorkspaceProblem> {
  const claims = inventory.resources.flatMap((record, index) => {
    const { name, kind, group, namespace, file, range } = record;
    if (name === "" || name.endsWith("*")) return [];
    const folder = file.slice(0, file.lastIndexOf("/") + 1);
    return [
      {
        key: [folder, group, kind, namespace ?? "", name].join("\u0000"),
        owner: String(index),
        index,
        record,
        range,
      },
    ];
  });
  for (const { claim, other } of duplicates(claims)) {
    const { kind, name } = claim.record;
    yield {
      problem: "twice",
      resource: claim.index,
      message: `${kind} "${name}" is defined a second time in the same folder: the one that is applied last wins.`,
      related: [{ file: other.record.file, range: other.range, message: "the other definition" }],
    };
  }
}
