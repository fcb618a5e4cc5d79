import type { FileFacts, JobFact, WorkflowFacts } from "../graph/file-facts.ts";
import { collectActivities, type ActionFolders } from "./collect-activities.ts";
import { makeStage } from "./make-stage.ts";
import { MAXIMUM_ACTIVITIES, MAXIMUM_STAGES, type Flow, type Pipeline, type Stage } from "./pipeline.ts";
import { repositoryRoot } from "./repository-root.ts";

/** Levels of called workflows that are followed; GitHub allows ten. */
const MAXIMUM_DEPTH = 10;
/** Stages of one flow. */
const MAXIMUM_STAGES_OF_FLOW = 2_000;
/** Workflows whose end starts one flow. */
const MAXIMUM_PREDECESSORS = 50;

interface WorkflowFile {
  readonly file: string;
  readonly workflow: WorkflowFacts;
}

/** The files that calls are looked up in. */
interface Workspace {
  readonly workflows: ReadonlyMap<string, WorkflowFacts>;
  readonly actions: ActionFolders;
}

/** The pipeline that the workflows of a workspace make: called workflows and local actions are put in their places. */
export function readPipeline(files: readonly FileFacts[]): Pipeline {
  const workflows = new Map<string, WorkflowFacts>();
  const actions = new Map<string, FileFacts>();
  for (const facts of files) {
    if (facts.workflow !== undefined) workflows.set(facts.file, facts.workflow);
    if (facts.action !== undefined) actions.set(folderOf(facts.file), facts);
  }
  const workspace = { workflows, actions };
  const budget: Budget = { stages: MAXIMUM_STAGES, activities: MAXIMUM_ACTIVITIES, isSpent: false };
  const called = new Set([...workflows].flatMap(([file, { jobs }]) => calledFiles(file, jobs)));
  const flows = [...workflows]
    .filter(
      ([file, { triggers }]) => !called.has(file) || triggers.some(({ text }) => text !== "workflow_call"),
    )
    .map(([file, workflow]) => readFlow({ file, workflow }, workspace, budget));
  return { flows: withPredecessors(flows), isCut: budget.isSpent };
}

function folderOf(file: string): string {
  return file.slice(0, Math.max(0, file.lastIndexOf("/")));
}

function calledFiles(file: string, jobs: readonly JobFact[]): readonly string[] {
  const root = repositoryRoot(file);
  return jobs.flatMap(({ calls }) => (calls?.path === undefined ? [] : [root + calls.path]));
}

/** What a pipeline may still hold. */
interface Budget {
  stages: number;
  activities: number;
  isSpent: boolean;
}

function readFlow({ file, workflow }: WorkflowFile, workspace: Workspace, budget: Budget): Flow {
  const stages: Stage[] = [];
  addStages({ file, workflow }, { prefix: "", before: [], callers: [file] }, { workspace, stages, budget });
  return {
    file,
    range: workflow.range,
    name: workflow.name === "" ? file.slice(file.lastIndexOf("/") + 1) : workflow.name,
    triggers: workflow.triggers,
    stages,
    after: [],
  };
}

interface Call {
  /** Put before the ids of the called workflow's jobs. */
  readonly prefix: string;
  /** Stages that come before the call. */
  readonly before: readonly string[];
  /** Files on the way here, for calls in a circle. */
  readonly callers: readonly string[];
  /** The caller's condition lets it run although something failed. */
  readonly ignoresFailure?: boolean;
}

interface Adding {
  readonly workspace: Workspace;
  readonly stages: Stage[];
  readonly budget: Budget;
}

/** Adds the jobs of a workflow, and gives the last stages of each job by its id. */
function addStages(source: WorkflowFile, call: Call, adding: Adding): void {
  const ends = new Map<string, readonly string[]>();
  for (const job of inOrder(source.workflow.jobs)) {
    if (!hasRoom(adding)) return;
    const needs = job.needs.flatMap(({ text }) => ends.get(text) ?? []);
    const before = job.needs.length === 0 ? call.before : needs;
    ends.set(job.id, addJob(job, { source, call: { ...call, before } }, adding));
  }
}

function hasRoom({ stages, budget }: Adding): boolean {
  const has = stages.length < MAXIMUM_STAGES_OF_FLOW && budget.stages > 0 && budget.activities > 0;
  if (!has) budget.isSpent = true;
  return has;
}

interface JobCall {
  readonly source: WorkflowFile;
  readonly call: Call;
}

/** Adds a job, or what it calls, and gives the stages that end it. */
function addJob(job: JobFact, { source, call }: JobCall, adding: Adding): readonly string[] {
  const id = call.prefix + job.id;
  const target = targetOf(job, { source, call }, adding.workspace);
  const inherited = call.ignoresFailure ?? false;
  if (target === undefined) {
    const { file } = source;
    const activities = collectActivities(job, file, adding.workspace.actions);
    adding.budget.stages -= 1;
    adding.budget.activities -= activities.activities.length;
    adding.stages.push(makeStage({ job, file, id, needs: call.before, activities, inherited }));
    return [id];
  }
  const start = adding.stages.length;
  const ignoresFailure = inherited || job.condition?.ignoresFailure === true;
  const callers = [...call.callers, target.file];
  addStages(target, { prefix: `${id}/`, before: call.before, callers, ignoresFailure }, adding);
  return endsOf(adding.stages.slice(start));
}

/** The workflow that a job calls, where it is in the workspace and not called by itself. */
function targetOf(
  job: JobFact,
  { source, call }: JobCall,
  { workflows }: Workspace,
): WorkflowFile | undefined {
  if (job.calls?.path === undefined || call.callers.length > MAXIMUM_DEPTH) return undefined;
  const file = repositoryRoot(source.file) + job.calls.path;
  const workflow = workflows.get(file);
  return workflow === undefined || call.callers.includes(file) ? undefined : { file, workflow };
}

/** Stages that no other of them needs. */
function endsOf(stages: readonly Stage[]): readonly string[] {
  const needed = new Set(stages.flatMap(({ needs }) => needs));
  return stages.map(({ id }) => id).filter((id) => !needed.has(id));
}

/** Jobs behind those that they need; jobs that need each other come last, in the order of the text. */
function inOrder(jobs: readonly JobFact[]): readonly JobFact[] {
  const known = new Set(jobs.map(({ id }) => id));
  const placed = new Set<string>();
  const isReady = ({ needs }: JobFact): boolean =>
    needs.every(({ text }) => placed.has(text) || !known.has(text));
  const order: JobFact[] = [];
  let waiting = jobs;
  while (waiting.length > 0) {
    const ready = waiting.filter(isReady);
    if (ready.length === 0) break;
    for (const { id } of ready) placed.add(id);
    order.push(...ready);
    waiting = waiting.filter(({ id }) => !placed.has(id));
  }
  return [...order, ...waiting];
}

/** Finds the workflows whose end starts others, by their names. */
function withPredecessors(flows: readonly Flow[]): readonly Flow[] {
  const byName = new Map<string, Flow[]>();
  for (const flow of flows) {
    const named = byName.get(flow.name);
    if (named === undefined) byName.set(flow.name, [flow]);
    else if (named.length < MAXIMUM_PREDECESSORS) named.push(flow);
  }
  return flows.map((flow) => {
    const names = flow.triggers
      .filter(({ text }) => text === "workflow_run")
      .flatMap(({ filters }) => filters ?? []);
    const after = names
      .flatMap((name) => byName.get(name) ?? [])
      .filter(({ file }) => file !== flow.file && repositoryRoot(file) === repositoryRoot(flow.file))
      .map(({ file }) => file);
    return after.length === 0 ? flow : { ...flow, after: [...new Set(after)] };
  });
}
