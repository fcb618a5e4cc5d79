import type { ActionFile, Range, Span, Workflow, WorkflowJob, WorkflowTrigger } from "@plimsoll/syntax";
import { asMap, asSequence, effectiveEntries, getNode, scalarText, type YamlNode } from "@plimsoll/syntax";
import type { ActionFacts, JobFact, PlacedText, TriggerFact, WorkflowFacts } from "../graph/file-facts.ts";
import { isCheck } from "./activity-table.ts";
import { conditionFact, isTrue, localPath, readCallFacts, readStepFacts, spanOf } from "./read-steps.ts";
import { withKnownValues, withVariables, type Variables } from "./variables.ts";

/** Makes a range of the file from a span of the document. */
export type RangeOf = (span: Span) => Range;

/** Jobs that are kept of one workflow, and the jobs that one of them needs. */
const MAXIMUM_JOBS = 500;
const MAXIMUM_NEEDS = 250;
/** Branches, tags, types and workflows by which a trigger is limited, as far as they are kept. */
const MAXIMUM_FILTERS = 50;

/** What a workflow tells the pipeline model and the graph. */
export function workflowFacts(workflow: Workflow, rangeOf: RangeOf): WorkflowFacts {
  const variables = withVariables(new Map(), workflow.environment);
  const { jobs, name, node, on } = workflow;
  return {
    name: name?.text ?? "",
    range: rangeOf(spanOf(name ?? on?.key ?? firstOf(node))),
    triggers: workflow.triggers.map((trigger) => triggerFact(trigger, rangeOf)),
    jobs: jobs.slice(0, MAXIMUM_JOBS).map((job) => jobFact(job, { workflow, variables, rangeOf })),
  };
}

/** What a composite action tells. */
export function actionFacts(action: ActionFile, rangeOf: RangeOf): ActionFacts {
  return {
    name: action.name?.text ?? "",
    range: rangeOf(spanOf(action.name ?? action.using ?? firstOf(action.node))),
    steps: readStepFacts({
      document: action.document.document,
      rangeOf,
      variables: new Map(),
      shell: undefined,
      steps: action.steps,
    }),
  };
}

function firstOf(node: Workflow["node"]): Span {
  return effectiveEntries(node)[0]?.key ?? node;
}

function triggerFact({ event, at, node }: WorkflowTrigger, rangeOf: RangeOf): TriggerFact {
  const filters = ["branches", "branches-ignore", "tags", "types", "workflows"]
    .flatMap((key) => textsAt(node, key))
    .slice(0, MAXIMUM_FILTERS);
  return { text: event, range: rangeOf(spanOf(at)), ...(filters.length === 0 ? {} : { filters }) };
}

function textsAt(node: YamlNode | undefined, key: string): readonly string[] {
  const value = asMap(node) === undefined ? undefined : getNode(node, [key]);
  const items = asSequence(value)?.items ?? (value === undefined ? [] : [value]);
  return items.slice(0, MAXIMUM_FILTERS).flatMap((item) => scalarText(item) ?? []);
}

interface JobPlace {
  readonly workflow: Workflow;
  readonly variables: Variables;
  readonly rangeOf: RangeOf;
}

function jobFact(job: WorkflowJob, { workflow, variables, rangeOf }: JobPlace): JobFact {
  const known = withVariables(variables, job.environment);
  const placed = (text: PlacedSource): PlacedText => ({
    text: withKnownValues(text.text, known),
    range: rangeOf(spanOf(text)),
  });
  const images = [job.container, ...job.services].flatMap((container) => container?.image ?? []);
  const { deployment, condition, uses } = job;
  const place = {
    document: workflow.document.document,
    rangeOf,
    variables: known,
    shell: job.defaults.shell?.text ?? workflow.defaults.shell?.text,
    steps: job.steps,
  };
  const steps = [...readStepFacts(place), ...readCallFacts(job, place)];
  return {
    id: job.id,
    name: job.name?.text ?? job.id,
    range: rangeOf(spanOf(job.at)),
    needs: job.needs.slice(0, MAXIMUM_NEEDS).map(placed),
    ...(condition === undefined ? {} : { condition: conditionFact(condition, { rangeOf }) }),
    ...(deployment?.name === undefined ? {} : { environment: placed(deployment.name) }),
    ...(images.length === 0 ? {} : { images: images.map(placed) }),
    ...(uses === undefined ? {} : { calls: { ...placed(uses), ...calledPath(uses) } }),
    steps: isTrue(job.continueOnError) ? steps.map(weakened(rangeOf(spanOf(job.continueOnError)))) : steps,
  };
}

type PlacedSource = Span & { readonly text: string };

function calledPath(uses: NonNullable<WorkflowJob["uses"]>): { readonly path?: string } {
  return uses.kind === "local" ? { path: localPath(uses.path) } : {};
}

/** The checks of a job whose failure counts for nothing. */
function weakened(range: Range): (step: JobFact["steps"][number]) => JobFact["steps"][number] {
  return (step) => ({
    ...step,
    does: step.does.map((fact) =>
      isCheck(fact.activity)
        ? { ...fact, weaknesses: [...(fact.weaknesses ?? []), { why: "job-continues", range }] }
        : fact,
    ),
  });
}
