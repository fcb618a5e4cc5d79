import type { Phase } from "@plimsoll/model";
import type { Range } from "@plimsoll/syntax";
import type { ActivityFact, ConditionFact, PlacedText, TriggerFact } from "../graph/file-facts.ts";

/** A place in a file of the workspace. */
export interface FilePlace {
  readonly file: string;
  readonly range: Range;
}

/** Something that a stage does, where it says so. */
export interface StageActivity extends ActivityFact {
  readonly file: string;
  /** The step of the stage, where the activity stands in an action of its own. */
  readonly via?: FilePlace;
  /** The step's own condition. */
  readonly condition?: ConditionFact;
  /** Days that an upload is kept. */
  readonly retentionDays?: number;
}

/** What lets a stage begin, or ends it. */
export interface Gate extends FilePlace {
  /**
   * `order`: stages before it must have passed. `approval`: the protection of an environment, such as a person who must agree.
   * `condition`: an expression. `check`: an activity that can find something.
   */
  readonly kind: "order" | "approval" | "condition" | "check";
  /** What it is, for a reader: a stage, an environment, an expression or a tool. */
  readonly text: string;
  /** Why it cannot stop anything; empty for a gate that holds. */
  readonly weaknesses: NonNullable<ActivityFact["weaknesses"]>;
}

/** A job of a workflow, with what it calls put in its place. */
export interface Stage extends FilePlace {
  /** The job's id; for a job of a called workflow `caller/job`. Unique in its flow. */
  readonly id: string;
  readonly name: string;
  /** The phase of the lifecycle that its weightiest activity belongs to; undefined where nothing that it does is known. */
  readonly phase: Phase | undefined;
  /** Ids of the stages that come directly before it. */
  readonly needs: readonly string[];
  readonly activities: readonly StageActivity[];
  readonly condition?: ConditionFact;
  /** It may run although a stage before it failed. */
  readonly ignoresFailure: boolean;
  readonly environment?: PlacedText;
  /** Images of its job and service containers. */
  readonly images: readonly PlacedText[];
  readonly entrance: readonly Gate[];
  readonly exit: readonly Gate[];
  /** What it calls that could not be followed: another repository's workflow, or a file that is not there. */
  readonly unfollowed: readonly (FilePlace & { readonly text: string })[];
}

/** A workflow that an event starts. */
export interface Flow extends FilePlace {
  readonly name: string;
  readonly triggers: readonly TriggerFact[];
  readonly stages: readonly Stage[];
  /** Workflows of the workspace whose end starts it (`workflow_run`), by file. */
  readonly after: readonly string[];
}

/** Stages of one pipeline. */
export const MAXIMUM_STAGES = 20_000;
/** Activities of one pipeline. */
export const MAXIMUM_ACTIVITIES = 200_000;

/** The pipeline of a workspace. */
export interface Pipeline {
  /** In the order of files. */
  readonly flows: readonly Flow[];
  /** True where there was more than is kept: {@link MAXIMUM_STAGES} stages and {@link MAXIMUM_ACTIVITIES} activities. */
  readonly isCut: boolean;
}
