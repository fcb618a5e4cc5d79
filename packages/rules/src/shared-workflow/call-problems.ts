import type { RuleContext, WorkflowFile } from "@plimsoll/core";
import {
  asScalar,
  entryName,
  getNode,
  scalarText,
  type ActionFile,
  type Span,
  type Workflow,
  type WorkflowJob,
  type WorkflowStep,
  type WorkflowVariable,
  type YamlEntry,
} from "@plimsoll/syntax";
import { calledAction, calledWorkflow, callEntries, fileExists } from "./called-files.ts";
import { jobsOf, stepsOf } from "./places.ts";

export interface CallProblem {
  readonly code:
    | "workflowName"
    | "actionName"
    | "noFile"
    | "noCall"
    | "unknownInput"
    | "missingInput"
    | "wrongInput"
    | "unknownSecret"
    | "missingSecret"
    | "imageInput";
  readonly at: Span;
  readonly name: string;
  readonly detail: string;
  readonly ofJob: boolean;
}

type Reader = Pick<RuleContext, "path" | "sibling">;

/** What does not go together in calls of actions and reusable workflows. */
export function callProblems(file: WorkflowFile, reader: Reader): readonly CallProblem[] {
  return [
    ...jobsOf(file).flatMap((job) => (job.uses === undefined ? [] : ofJob(job, reader))),
    ...stepsOf(file).flatMap(({ step }) => ofStep(step, file, reader)),
  ];
}

function span({ start, end }: Span): Span {
  return { start, end };
}

function ofJob(job: WorkflowJob, reader: Reader): readonly CallProblem[] {
  const { uses } = job;
  if (uses === undefined || uses.text === "" || uses.text.includes("${{")) return [];
  const common = { at: span(uses), name: uses.text, detail: "", ofJob: true };
  const isName =
    uses.kind === "local" ? !uses.text.includes("@") : uses.kind === "repository" && uses.path !== "";
  if (!isName) return [{ ...common, code: "workflowName" }];
  if (uses.kind !== "local") return [];
  const called = calledWorkflow(job, reader);
  if (called === undefined)
    return fileExists(uses.path, reader) === false ? [{ ...common, code: "noFile" }] : [];
  if (!called.triggers.some(({ event }) => event === "workflow_call")) return [{ ...common, code: "noCall" }];
  return [...inputsOfCall(job, called, uses), ...secretsOfCall(job, called, uses)];
}

function inputsOfCall(job: WorkflowJob, called: Workflow, at: Span): readonly CallProblem[] {
  const declared = callEntries(called, "inputs");
  return [
    ...unknown(job.with, declared.map(entryName), "unknownInput", true),
    ...missing(job.with, declared.filter(isRequired).map(entryName), {
      code: "missingInput",
      at,
      callee: job.uses?.text ?? "",
      ofJob: true,
    }),
    ...job.with.flatMap((given) => wrongInput(given, declared)),
  ];
}

function secretsOfCall(job: WorkflowJob, called: Workflow, at: Span): readonly CallProblem[] {
  if (job.secrets?.inherit === true) return [];
  const declared = callEntries(called, "secrets");
  const given = job.secrets?.entries ?? [];
  const callee = job.uses?.text ?? "";
  return [
    ...unknown(given, declared.map(entryName), "unknownSecret", true),
    ...missing(given, declared.filter(isRequired).map(entryName), {
      code: "missingSecret",
      at,
      callee,
      ofJob: true,
    }),
  ];
}

/** A literal that is not of the type that the input has. */
function wrongInput(
  { name, key, value }: WorkflowVariable,
  declared: readonly YamlEntry[],
): readonly CallProblem[] {
  const input = declared.find((entry) => entryName(entry).toLowerCase() === name.toLowerCase());
  const type = scalarText(getNode(input?.value, ["type"]));
  const scalar = asScalar(value);
  if (scalar === undefined || scalar.text.includes("${{")) return [];
  const isFine =
    (type !== "boolean" || typeof scalar.value === "boolean") &&
    (type !== "number" || typeof scalar.value === "bigint" || typeof scalar.value === "number");
  const place = scalar.start === scalar.end ? key : scalar;
  return isFine
    ? []
    : [{ code: "wrongInput", at: span(place), name, detail: `no ${type ?? "text"}`, ofJob: true }];
}

function ofStep(step: WorkflowStep, file: WorkflowFile, reader: Reader): readonly CallProblem[] {
  const { uses } = step;
  if (uses === undefined || uses.text === "" || uses.text.includes("${{")) return [];
  const common = { at: span(uses), name: uses.text, detail: "", ofJob: false };
  if (uses.kind === "unknown") return [{ ...common, code: "actionName" }];
  if (uses.kind === "repository") return imageInputs(step);
  const action = calledAction(step, file, reader);
  return action === undefined ? [] : inputsOfAction(step, action);
}

/** `entrypoint` and `args` are heard by actions that are images; those that are surely none refuse them. */
function imageInputs({ with: given, uses }: WorkflowStep): readonly CallProblem[] {
  if (uses?.kind !== "repository" || uses.owner.toLowerCase() !== "actions") return [];
  return given
    .filter(({ name }) => name === "entrypoint" || name === "args")
    .map(({ name, key }) => ({ code: "imageInput", at: span(key), name, detail: "", ofJob: false }));
}

function inputsOfAction(step: WorkflowStep, action: ActionFile): readonly CallProblem[] {
  const isImage = action.using?.text.toLowerCase() === "docker";
  const names = [...action.inputs.map(({ name }) => name), ...(isImage ? ["entrypoint", "args"] : [])];
  const required = action.inputs
    .filter((input) => input.required && !input.hasDefault)
    .map(({ name }) => name);
  const at = step.uses ?? step.node;
  return [
    ...unknown(step.with, names, "unknownInput", false),
    ...missing(step.with, required, {
      code: "missingInput",
      at,
      callee: step.uses?.text ?? "",
      ofJob: false,
    }),
  ];
}

function isRequired(entry: YamlEntry): boolean {
  const isOptional = scalarText(getNode(entry.value, ["default"])) !== undefined;
  return !isOptional && asScalar(getNode(entry.value, ["required"]))?.value === true;
}

function unknown(
  given: readonly WorkflowVariable[],
  declared: readonly string[],
  code: CallProblem["code"],
  ofJob: boolean,
): readonly CallProblem[] {
  const known = new Set(declared.map((name) => name.toLowerCase()));
  return given
    .filter(({ name }) => !known.has(name.toLowerCase()))
    .map(({ name, key }) => ({ code, at: span(key), name, detail: declared.join(", "), ofJob }));
}

interface Lacking {
  readonly code: CallProblem["code"];
  readonly at: Span;
  readonly callee: string;
  readonly ofJob: boolean;
}

function missing(
  given: readonly WorkflowVariable[],
  required: readonly string[],
  { code, at, callee, ofJob }: Lacking,
): readonly CallProblem[] {
  const names = new Set(given.map(({ name }) => name.toLowerCase()));
  return required
    .filter((name) => !names.has(name.toLowerCase()))
    .map((name) => ({ code, at: span(at), name, detail: callee, ofJob }));
}
