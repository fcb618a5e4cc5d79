import type { Phase } from "@plimsoll/model";
import { pipelineActivity } from "@plimsoll/model/pipeline";
import type { JobFact } from "../graph/file-facts.ts";
import { isCheck } from "./activity-table.ts";
import type { JobActivities } from "./collect-activities.ts";
import type { Gate, Stage, StageActivity } from "./pipeline.ts";

/** What a stage is made of. */
export interface StageParts {
  readonly job: JobFact;
  readonly file: string;
  readonly id: string;
  readonly needs: readonly string[];
  readonly activities: JobActivities;
  /** A caller's condition lets it run although something before it failed. */
  readonly inherited: boolean;
}

/** The weightiest phase first: a job that builds and tests builds. */
const WEIGHT: readonly Phase[] = ["deploy", "deliver", "build", "release", "test", "develop"];

/** A job as a stage with its gates. */
export function makeStage({ job, file, id, needs, activities, inherited }: StageParts): Stage {
  const { condition, environment, images = [] } = job;
  const ignoresFailure = inherited || condition?.ignoresFailure === true;
  return {
    id,
    name: job.name,
    file,
    range: job.range,
    phase: phaseOf(activities.activities),
    needs,
    activities: activities.activities,
    ...(condition === undefined ? {} : { condition }),
    ignoresFailure,
    ...(environment === undefined ? {} : { environment }),
    images,
    entrance: entranceOf({ job, file, needs, ignoresFailure }),
    exit: activities.activities.filter(({ activity }) => isCheck(activity)).map(checkGate),
    unfollowed: activities.unfollowed,
  };
}

function phaseOf(activities: readonly StageActivity[]): Phase | undefined {
  // A job that keeps what it found does so beside its work.
  const work = activities.filter(({ activity }) => activity !== "keep-evidence");
  const counted = work.length === 0 ? activities : work;
  const phases = new Set(counted.map(({ activity }) => pipelineActivity(activity).phase));
  return WEIGHT.find((phase) => phases.has(phase));
}

interface Entrance extends Pick<StageParts, "job" | "file" | "needs"> {
  readonly ignoresFailure: boolean;
}

function entranceOf({ job, file, needs, ignoresFailure }: Entrance): readonly Gate[] {
  const { condition, environment } = job;
  const gates: Gate[] = [];
  const range = job.needs[0]?.range ?? job.range;
  const weakness = { why: "errors-ignored", range: condition?.range ?? range } as const;
  for (const need of needs) {
    gates.push({ kind: "order", text: need, file, range, weaknesses: ignoresFailure ? [weakness] : [] });
  }
  if (environment !== undefined) {
    gates.push({ kind: "approval", text: environment.text, file, range: environment.range, weaknesses: [] });
  }
  if (condition !== undefined) {
    gates.push({ kind: "condition", text: condition.text, file, range: condition.range, weaknesses: [] });
  }
  return gates;
}

function checkGate({ activity, engine, file, range, weaknesses = [] }: StageActivity): Gate {
  const { title } = pipelineActivity(activity);
  return {
    kind: "check",
    text: engine === undefined ? title : `${title} (${engine})`,
    file,
    range,
    weaknesses,
  };
}
