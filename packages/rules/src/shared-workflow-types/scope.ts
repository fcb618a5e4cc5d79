import type { RuleContext, WorkflowFile } from "@plimsoll/core";
import type { Workflow, WorkflowJob, WorkflowStep, YamlPath } from "@plimsoll/syntax";
import { calledAction, calledWorkflow, callOutputs } from "../shared-workflow/called-files.ts";
import { availabilityAt, CONTEXT_NAMES } from "./availability.ts";
import type { Scope } from "./check.ts";
import { githubType, JOB, jobResultType, RUNNER, STRATEGY, stepType } from "./contexts.ts";
import { declaredSecrets, eventInputsType, inputsType } from "./inputs.ts";
import { matrixType, type TypeOfScalar } from "./matrix.ts";
import { ANY, mapped, strict, STRING, type ObjectType, type ValueType } from "./type.ts";

type Reader = Pick<RuleContext, "path" | "sibling">;

/** Secrets that every run has. */
const BUILT_IN_SECRETS = ["github_token", "actions_step_debug", "actions_runner_debug"];

/** What an expression at a path may use, and the types of it; undefined where nothing is documented. */
export function scopeAt(
  file: WorkflowFile,
  path: YamlPath,
  { reader, typeOfScalar }: { readonly reader: Reader; readonly typeOfScalar: TypeOfScalar },
): Scope | undefined {
  const availability = availabilityAt(path);
  if (availability === undefined) return undefined;
  const place = placeOf(file, path);
  const known = new Map<string, ValueType>();
  const make = (name: string): ValueType => {
    if (name === "matrix") return matrixOf(place.job, typeOfScalar);
    return contextType(name, { file, path, reader, ...place });
  };
  return {
    ...availability,
    contextType(name) {
      if (!CONTEXT_NAMES.has(name)) return undefined;
      if (!availability.contexts.includes(name)) return "hidden";
      const type = known.get(name) ?? make(name);
      known.set(name, type);
      return type;
    },
  };
}

const MATRICES = new WeakMap<WorkflowJob, ValueType>();

/** Worked out once for all expressions of a job. */
function matrixOf(job: WorkflowJob | undefined, typeOfScalar: TypeOfScalar): ValueType {
  if (job === undefined) return ANY;
  const type = MATRICES.get(job) ?? matrixType(job, typeOfScalar);
  MATRICES.set(job, type);
  return type;
}

const JOBS = new WeakMap<Workflow, ReadonlyMap<string, WorkflowJob>>();

/** By id in lower case. */
function jobsById(workflow: Workflow): ReadonlyMap<string, WorkflowJob> {
  const known = JOBS.get(workflow) ?? new Map(workflow.jobs.map((job) => [job.id.toLowerCase(), job]));
  JOBS.set(workflow, known);
  return known;
}

interface Place {
  readonly job: WorkflowJob | undefined;
  /** Steps that have run there. */
  readonly steps: readonly WorkflowStep[];
}

function placeOf(file: WorkflowFile, path: YamlPath): Place {
  const isSteps = path[0] === "runs" || path[2] === "steps";
  const index = isSteps ? path[path[0] === "runs" ? 2 : 3] : undefined;
  if (file.kind === "action") return { job: undefined, steps: stepsBefore(file.action.steps, index) };
  const job = path[0] === "jobs" ? jobsById(file.workflow).get(String(path[1]).toLowerCase()) : undefined;
  return { job, steps: stepsBefore(job?.steps ?? [], index) };
}

function stepsBefore(
  steps: readonly WorkflowStep[],
  index: string | number | undefined,
): readonly WorkflowStep[] {
  if (typeof index !== "number" || steps.length > MAXIMUM_MEMBERS) return steps;
  return steps.filter((step) => step.index < index);
}

interface Asked extends Place {
  readonly file: WorkflowFile;
  readonly path: YamlPath;
  readonly reader: Reader;
}

const FIXED: ReadonlyMap<string, ValueType> = new Map<string, ValueType>([
  ["runner", RUNNER],
  ["strategy", STRATEGY],
  ["job", JOB],
  ["env", mapped(STRING)],
  ["vars", mapped(STRING)],
]);

function contextType(name: string, asked: Asked): ValueType {
  const { file, path } = asked;
  switch (name) {
    case "github":
      return githubType(file.kind === "workflow" ? eventInputsType(file) : undefined);
    case "inputs":
      return inputsType(file, path, MAXIMUM_MEMBERS);
    case "secrets":
      return secretsType(file);
    case "needs":
      return needsType(asked);
    case "steps":
      return stepsType(asked);
    case "jobs":
      return jobsType(asked);
    default:
      return FIXED.get(name) ?? ANY;
  }
}

function jobsType({ file, reader }: Asked): ValueType {
  const jobs = file.kind === "workflow" ? file.workflow.jobs : [];
  return jobs.length > MAXIMUM_MEMBERS ? ANY : strict(jobs.map((job) => resultOf(job, reader)));
}

function secretsType(file: WorkflowFile): ObjectType {
  const declared = file.kind === "workflow" ? declaredSecrets(file.workflow) : undefined;
  if (declared === undefined) return mapped(STRING);
  return strict([...declared, ...BUILT_IN_SECRETS].map((secret) => [secret, STRING] as const));
}

function needsType({ file, job, reader }: Asked): ObjectType {
  const jobs = file.kind === "workflow" ? jobsById(file.workflow) : new Map<string, WorkflowJob>();
  const needed = new Set((job?.needs ?? []).slice(0, MAXIMUM_MEMBERS).map(({ text }) => text.toLowerCase()));
  const found = [...needed].map((id) => jobs.get(id)).filter((one) => one !== undefined);
  return strict(found.map((one) => resultOf(one, reader)));
}

function resultOf(job: WorkflowJob, reader: Reader): readonly [string, ValueType] {
  if (job.uses === undefined)
    return [job.id, jobResultType(strict(job.outputs.map(({ name }) => [name, STRING])))];
  const called = calledWorkflow(job, reader);
  const outputs =
    called === undefined ? mapped(STRING) : strict(callOutputs(called).map((name) => [name, STRING]));
  return [job.id, jobResultType(outputs)];
}

/** Steps, jobs or inputs from which on nothing is told: each expression looks at all of them. */
const MAXIMUM_MEMBERS = 400;

function stepsType({ steps, reader, file }: Asked): ValueType {
  if (steps.length > MAXIMUM_MEMBERS) return ANY;
  return strict(
    steps.flatMap((step) => {
      if (step.id === undefined) return [];
      const action = calledAction(step, file, reader);
      const outputs =
        action === undefined
          ? mapped(STRING)
          : strict(action.outputs.map(({ name }) => [name, STRING] as const));
      return [[step.id.text, stepType(outputs)] as const];
    }),
  );
}
