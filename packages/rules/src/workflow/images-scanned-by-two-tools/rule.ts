import { activitiesOf, defineRule, type WorkspaceRule } from "@plimsoll/core";
import { joinedFlows } from "../../shared-workflow-stages/missing.ts";

export const rule: WorkspaceRule = defineRule({
  id: "workflow/images-scanned-by-two-tools",
  title: "Every image is scanned by two different tools",
  severity: "error",
  confidence: "high",
  surface: "workflow",
  catalogue: ["CI002"],
  aliases: [],
  since: "0.2.0",
  *judge(inventory) {
    const pipeline = inventory.pipeline();
    const scans = activitiesOf(pipeline, ["image-scan"]);
    const building = new Set(activitiesOf(pipeline, ["build-image"]).map(({ flow }) => flow));
    for (const flow of building) {
      const joined = joinedFlows(pipeline, flow);
      const own = scans.filter((scan) => joined.includes(scan.flow));
      const engines = new Set(own.map(({ activity }) => activity.engine ?? "an unnamed tool"));
      const [first] = own;
      // Where nothing scans, another rule says so.
      if (first === undefined || engines.size !== 1) continue;
      const { file, range } = first.activity;
      const [engine = ""] = engines;
      yield {
        problem: "oneTool",
        message: `Only ${engine} scans the image; two tools with different data find more.`,
        file,
        at: range,
        subject: engine,
      };
    }
  },
});
