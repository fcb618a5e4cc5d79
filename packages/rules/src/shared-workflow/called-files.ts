import type { RuleContext, WorkflowFile } from "@plimsoll/core";
import {
  asMap,
  effectiveEntries,
  entryName,
  getNode,
  parseYaml,
  readAction,
  readWorkflow,
  type ActionFile,
  type Workflow,
  type WorkflowJob,
  type WorkflowStep,
  type YamlEntry,
} from "@plimsoll/syntax";

type Reader = Pick<RuleContext, "path" | "sibling">;

/** Longest file that is read for its inputs and outputs. */
const MAXIMUM_TEXT = 200_000;
const MEMO = new WeakMap<Reader["sibling"], Map<string, ActionFile | Workflow | undefined>>();

/** The workflow of the same repository that a job calls; undefined where it is of another one, or cannot be read. */
export function calledWorkflow(job: WorkflowJob, reader: Reader): Workflow | undefined {
  if (job.uses?.kind !== "local") return undefined;
  const { path } = job.uses;
  return remembered(reader, path, (text) => {
    const [document] = parseYaml(text).documents;
    return document === undefined ? undefined : readWorkflow(document);
  }) as Workflow | undefined;
}

/** The action of the same repository that a step uses; undefined where it is of another one, or cannot be read. */
export function calledAction(step: WorkflowStep, file: WorkflowFile, reader: Reader): ActionFile | undefined {
  if (step.uses?.kind !== "local") return undefined;
  const folder = step.uses.path.replace(/\/$/, "");
  // A job may check out other repositories over its own; then the folder is not ours.
  if (file.kind === "workflow" && folder.includes("..")) return undefined;
  for (const name of ["action.yml", "action.yaml"]) {
    const action = remembered(reader, `${folder}/${name}`, (text) => {
      const [document] = parseYaml(text).documents;
      return document === undefined ? undefined : readAction(document);
    }) as ActionFile | undefined;
    if (action !== undefined) return action;
  }
  return undefined;
}

function remembered(
  { path, sibling }: Reader,
  local: string,
  read: (text: string) => ActionFile | Workflow | undefined,
): ActionFile | Workflow | undefined {
  const memo = MEMO.get(sibling) ?? new Map<string, ActionFile | Workflow | undefined>();
  MEMO.set(sibling, memo);
  if (memo.has(local)) return memo.get(local);
  const text = sibling(`${toRoot(path)}${local.replace(/^\.\//, "")}`);
  const found = text === undefined || text.length > MAXIMUM_TEXT ? undefined : read(text);
  memo.set(local, found);
  return found;
}

/**
 * From the file's folder to the root of its repository, which local names count from: two folders up from a workflow. Actions may
 * lie anywhere, so theirs is taken to be the workspace.
 */
function toRoot(path: string): string {
  const at = path.lastIndexOf(".github/workflows/");
  const folders = (at === -1 ? path : path.slice(at)).split("/").length - 1;
  return "../".repeat(folders);
}

/** Names of the outputs that a reusable workflow gives. */
export function callOutputs(workflow: Workflow): readonly string[] {
  return callEntries(workflow, "outputs").map(entryName);
}

/** Inputs, secrets or outputs that a reusable workflow declares. */
export function callEntries(workflow: Workflow, key: "inputs" | "secrets" | "outputs"): readonly YamlEntry[] {
  const trigger = workflow.triggers.find(({ event }) => event === "workflow_call");
  const map = asMap(getNode(trigger?.node, [key]));
  return map === undefined ? [] : effectiveEntries(map);
}

/**
 * Whether a file of the repository exists; undefined where that cannot be told, because not even the file that asks can be read
 * by its place in the repository.
 */
export function fileExists(local: string, { path, sibling }: Reader): boolean | undefined {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (sibling(name) === undefined) return undefined;
  return sibling(`${toRoot(path)}${local.replace(/^\.\//, "")}`) !== undefined;
}
