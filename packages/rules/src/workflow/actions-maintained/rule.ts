import { defineRule, type WorkflowRule } from "@plimsoll/core";
import { archivedAction } from "../../shared-workflow/archived-actions.ts";
import { usesOf } from "../../shared-workflow/places.ts";

interface Data {
  readonly name: string;
  readonly instead: string;
}

export const rule: WorkflowRule<Data> = defineRule<Data>({
  id: "workflow/actions-maintained",
  title: "Actions are ones that somebody still maintains",
  severity: "warning",
  confidence: "high",
  surface: "workflow",
  catalogue: ["CI012"],
  aliases: ["zizmor:archived-uses"],
  since: "0.2.0",
  *checkWorkflow(file) {
    for (const uses of usesOf(file)) {
      if (uses.kind !== "repository") continue;
      const name = `${uses.owner}/${uses.repository}`;
      const instead = archivedAction(name);
      if (instead !== undefined)
        yield { problem: "archived", at: { start: uses.start, end: uses.end }, data: { name, instead } };
    }
  },
  message: ({ data: { name, instead } }) =>
    `${name} is archived and gets no more fixes${instead === "" ? "" : `; ${instead} does its work`}.`,
});
