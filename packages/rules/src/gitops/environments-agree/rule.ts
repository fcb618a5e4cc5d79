import { defineRule, type Inventory, type WorkspaceProblem, type WorkspaceRule } from "@plimsoll/core";
import { list } from "../../shared-objects/values.ts";
import { ASPECTS, differences, stagedObjects, stages } from "../../shared-gitops/stages.ts";

export const rule: WorkspaceRule = defineRule({
  id: "gitops/environments-agree",
  title: "Environments hold the same objects, and differ only where they may",
  severity: "error",
  confidence: "medium",
  surface: "gitops",
  catalogue: ["GO009"],
  aliases: [],
  since: "0.2.0",
  options: {
    allowed: {
      description: "Aspects in which workloads of two environments may differ.",
      schema: { type: "array", items: { enum: [...ASPECTS] }, uniqueItems: true },
      default: [],
    },
  },
  judge: (inventory, { options }) => judge(inventory, new Set(list(options["allowed"]))),
});

function* judge(inventory: Inventory, allowed: ReadonlySet<unknown>): Iterable<WorkspaceProblem> {
  const objects = stagedObjects(inventory);
  for (const { index, record, earlier, isSkipped, stage } of stages(objects)) {
    if (isSkipped) {
      yield {
        problem: "stageSkipped",
        resource: index,
        message: `${record.kind} "${record.name}" is in production, and "${stage}" has nothing like it: it goes live untested.`,
      };
      continue;
    }
    for (const other of earlier) {
      for (const aspect of differences(record, other)) {
        if (allowed.has(aspect)) continue;
        yield {
          problem: "differs",
          resource: index,
          subject: aspect,
          message: `${record.kind} "${record.name}" has other ${aspect} in production than in "${stage}".`,
          related: [{ file: other.file, range: other.range, message: `the same object in ${stage}` }],
        };
      }
    }
  }
}
