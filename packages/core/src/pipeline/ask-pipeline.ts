import type { PipelineActivityId } from "@plimsoll/model/pipeline";
import type { Flow, Pipeline, Stage, StageActivity } from "./pipeline.ts";

/** An activity with the stage and flow that it belongs to. */
export interface FoundActivity {
  readonly flow: Flow;
  readonly stage: Stage;
  readonly activity: StageActivity;
  /** Number among the activities of its stage. */
  readonly index: number;
}

/** All activities of some kinds, in the order of flows, stages and steps. */
export function activitiesOf(
  pipeline: Pipeline,
  ids: readonly PipelineActivityId[],
): readonly FoundActivity[] {
  const wanted: ReadonlySet<string> = new Set(ids);
  return pipeline.flows.flatMap((flow) =>
    flow.stages.flatMap((stage) =>
      stage.activities.flatMap((activity, index) =>
        wanted.has(activity.activity) ? [{ flow, stage, activity, index }] : [],
      ),
    ),
  );
}

/**
 * The stages that must have passed before a stage begins, directly or through others. A stage that runs although something
 * before it failed has none. Those of a workflow whose end starts the flow count where a condition asks for its success.
 */
export function stagesBefore(pipeline: Pipeline, flow: Flow, stage: Stage): readonly Stage[] {
  const found = new Set<Stage>();
  collectBefore({ pipeline, found, flows: new Set([flow.file]) }, flow, stage);
  found.delete(stage);
  return [...found];
}

interface Collecting {
  readonly pipeline: Pipeline;
  readonly found: Set<Stage>;
  /** Files of the flows on the way here. */
  readonly flows: Set<string>;
}

function collectBefore(collecting: Collecting, flow: Flow, last: Stage): void {
  const byId = new Map(flow.stages.map((stage) => [stage.id, stage]));
  const queue = [last];
  const seen = new Set(queue);
  let asksSuccess = false;
  for (const stage of queue) {
    asksSuccess ||= stage.condition?.text.includes("workflow_run.conclusion") === true;
    if (stage.ignoresFailure) continue;
    for (const id of stage.needs) {
      const before = byId.get(id);
      if (before === undefined || seen.has(before)) continue;
      seen.add(before);
      collecting.found.add(before);
      queue.push(before);
    }
  }
  if (asksSuccess) collectEarlierFlows(collecting, flow);
}

/** A workflow that ended well ended all of its stages well. */
function collectEarlierFlows({ pipeline, found, flows }: Collecting, flow: Flow): void {
  for (const file of flow.after) {
    if (flows.has(file)) continue;
    flows.add(file);
    const earlier = pipeline.flows.find((other) => other.file === file);
    for (const stage of earlier?.stages ?? []) found.add(stage);
  }
}

/** The activities that must have passed before one begins: those of stages before its own, and earlier ones of its own stage. */
export function activitiesBefore(
  pipeline: Pipeline,
  { flow, stage, index }: Pick<FoundActivity, "flow" | "stage" | "index">,
): readonly StageActivity[] {
  const earlier = stagesBefore(pipeline, flow, stage).flatMap(({ activities }) => activities);
  return [...earlier, ...stage.activities.slice(0, index)];
}

/** Whether a check can stop what comes behind it. */
export function canStop({ weaknesses = [] }: StageActivity): boolean {
  return weaknesses.length === 0;
}

/** Activities that hand something on, so that checks should stand before them. */
const HANDING_ON: ReadonlySet<PipelineActivityId> = new Set(["release", "copy-image", "promote", "deploy"]);

/**
 * The stages of a flow with checks that can stop it, and which do not stand before a stage that releases, delivers or deploys: the
 * ways round a gate. Empty for stages that do none of these.
 */
export function gatesMissed(pipeline: Pipeline, flow: Flow, stage: Stage): readonly Stage[] {
  if (!stage.activities.some(({ activity }) => HANDING_ON.has(activity))) return [];
  const before = new Set(stagesBefore(pipeline, flow, stage));
  const after = stagesAfter(flow, stage);
  return flow.stages.filter((other) => {
    if (other === stage || before.has(other) || after.has(other)) return false;
    return other.exit.some(({ weaknesses }) => weaknesses.length === 0);
  });
}

/** The stages that come behind one, directly or through others: they check what it did. */
function stagesAfter(flow: Flow, stage: Stage): ReadonlySet<Stage> {
  const ids = new Set([stage.id]);
  const found = new Set<Stage>();
  // Stages stand behind those that they need, so one walk is enough.
  for (const other of flow.stages) {
    if (!other.needs.some((need) => ids.has(need))) continue;
    ids.add(other.id);
    found.add(other);
  }
  return found;
}
