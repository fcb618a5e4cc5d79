import type { FileFacts, JobFact, StepFact } from "../graph/file-facts.ts";
import { isCheck } from "./activity-table.ts";
import type { FilePlace, StageActivity } from "./pipeline.ts";
import { repositoryRoot } from "./repository-root.ts";

/** Composite actions by the workspace path of their folder. */
export type ActionFolders = ReadonlyMap<string, FileFacts>;

/** Levels of actions in actions that are followed; GitHub allows ten. */
const MAXIMUM_DEPTH = 10;
/** Activities of one stage that are kept. */
const MAXIMUM_ACTIVITIES = 500;

/** What a job does, and what it uses that could not be followed. */
export interface JobActivities {
  readonly activities: readonly StageActivity[];
  readonly unfollowed: readonly (FilePlace & { readonly text: string })[];
}

/** What the steps of a job do, those of local actions included, in their order. */
export function collectActivities(job: JobFact, file: string, actions: ActionFolders): JobActivities {
  const found: Found = { activities: [], unfollowed: [] };
  collect(job.steps, { file, root: repositoryRoot(file), actions, found, folders: [] });
  const isKnown = job.steps.some(({ name }) => name === job.calls?.text);
  if (job.calls !== undefined && !isKnown)
    found.unfollowed.push({ text: job.calls.text, file, range: job.calls.range });
  return found;
}

interface Found {
  readonly activities: StageActivity[];
  readonly unfollowed: (FilePlace & { readonly text: string })[];
}

interface Walk {
  readonly file: string;
  readonly root: string;
  readonly actions: ActionFolders;
  readonly found: Found;
  /** Folders of the actions on the way here. */
  readonly folders: readonly string[];
  /** The step of the job that led here, and its outermost `continue-on-error`. */
  readonly via?: { readonly place: FilePlace; readonly step: StepFact };
}

function collect(steps: readonly StepFact[], walk: Walk): void {
  for (const step of steps) {
    if (walk.found.activities.length >= MAXIMUM_ACTIVITIES) return;
    for (const fact of step.does) walk.found.activities.push(placed(step, fact, walk));
    if (step.local !== undefined) follow(step, step.local, walk);
  }
}

function placed(step: StepFact, fact: StepFact["does"][number], { file, via }: Walk): StageActivity {
  const condition = via?.step.condition ?? step.condition;
  const continues = via?.step.continues;
  const weak = continues !== undefined && isCheck(fact.activity);
  const inherited = weak ? [{ why: "step-continues" as const, range: continues }] : [];
  const weaknesses = [...(fact.weaknesses ?? []), ...inherited];
  return {
    ...fact,
    file,
    ...(weaknesses.length === 0 ? {} : { weaknesses }),
    ...(via === undefined ? {} : { via: via.place }),
    ...(condition === undefined ? {} : { condition }),
    ...(step.retentionDays === undefined ? {} : { retentionDays: step.retentionDays }),
  };
}

function follow(step: StepFact, local: string, walk: Walk): void {
  const folder = walk.root + local;
  const facts = walk.actions.get(folder);
  const isCircle = walk.folders.includes(folder) || walk.folders.length >= MAXIMUM_DEPTH;
  if (facts?.action === undefined || isCircle) {
    walk.found.unfollowed.push({ text: `./${local}`, file: walk.file, range: step.range });
    return;
  }
  const via = walk.via ?? { place: { file: walk.file, range: step.range }, step };
  collect(facts.action.steps, { ...walk, file: facts.file, folders: [...walk.folders, folder], via });
}
