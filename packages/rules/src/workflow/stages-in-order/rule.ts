import { activitiesOf, defineRule, gatesMissed, type Flow, type WorkspaceRule } from "@plimsoll/core";

/** Events by which a change of the code starts a workflow, or another workflow does. */
const BY_CHANGE: ReadonlySet<string> = new Set([
  "push",
  "pull_request",
  "pull_request_target",
  "merge_group",
  "workflow_run",
  "workflow_call",
  "repository_dispatch",
  "release",
]);

export const rule: WorkspaceRule = defineRule({
  id: "workflow/stages-in-order",
  title: "Changes start the pipeline, and what it hands on has passed its checks",
  severity: "error",
  confidence: "high",
  surface: "workflow",
  catalogue: ["CI015"],
  aliases: [],
  since: "0.2.0",
  *judge(inventory) {
    const pipeline = inventory.pipeline();
    for (const flow of pipeline.flows) {
      for (const stage of flow.stages) {
        const missed = gatesMissed(pipeline, flow, stage);
        if (missed.length === 0) continue;
        const names = missed.map(({ name }) => name).join(", ");
        yield {
          problem: "passesBy",
          message: `${stage.name} does not wait for checks of this workflow: ${names}.`,
          file: stage.file,
          at: stage.range,
          subject: stage.id,
          related: missed.map(({ file, range, name }) => ({ file, range, message: `${name} checks.` })),
        };
      }
    }
    const builds = activitiesOf(pipeline, ["build-image"]);
    const building = [...new Set(builds.map(({ flow }) => flow))];
    const [first] = building;
    if (first === undefined || building.some(startsByChange)) return;
    yield {
      problem: "noTrigger",
      message: "The image is built by hand or by the clock only; no change of the code starts a build.",
      file: first.file,
      at: first.triggers[0]?.range ?? first.range,
      subject: "triggers",
    };
  },
});

function startsByChange({ triggers }: Flow): boolean {
  return triggers.some(({ text }) => BY_CHANGE.has(text));
}
