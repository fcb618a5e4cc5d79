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
  type PlacedDocument,
  type Workflow,
  type WorkflowJob,
  type WorkflowStep,
  type YamlEntry,
} from "@plimsoll/syntax";

type Reader = Pick<RuleContext, "path" | "sibling">;

/** Longest file that is read for its inputs and outputs. */
const MAXIMUM_TEXT = 200_000;

/** What was read for one file: the actions and workflows that it calls, by their local path. */
interface Called {
  readonly actions: Map<string, ActionFile | undefined>;
  readonly workflows: Map<string, Workflow | undefined>;
}

/** By the context of one check, so that a file which changed is read again by the next. */
const MEMO = new WeakMap<Reader, Called>();

/** The workflow of the same repository that a job calls; undefined where it is of another one, or cannot be read. */
export function calledWorkflow(job: WorkflowJob, reader: Reader): Workflow | undefined {
  if (job.uses?.kind !== "local") return undefined;
  const { path } = job.uses;
  return remembered(memoOf(reader).workflows, path, () => {
    const document = documentAt(path, reader);
    return document === undefined ? undefined : readWorkflow(document);
  });
}

/** The action of the same repository that a step uses; undefined where it is of another one, or cannot be read. */
export function calledAction(step: WorkflowStep, file: WorkflowFile, reader: Reader): ActionFile | undefined {
  if (step.uses?.kind !== "local") return undefined;
  const folder = step.uses.path.replace(/\/$/, "");
  // A job may check out other repositories over its own; then the folder is not ours.
  if (file.kind === "workflow" && folder.includes("..")) return undefined;
  for (const name of ["action.yml", "action.yaml"]) {
    const action = remembered(memoOf(reader).actions, `${folder}/${name}`, () => {
      const document = documentAt(`${folder}/${name}`, reader);
      return document === undefined ? undefined : readAction(document);
    });
    if (action !== undefined) return action;
  }
  return undefined;
}

function memoOf(reader: Reader): Called {
  const known = MEMO.get(reader);
  if (known !== undefined) return known;
  const made: Called = { actions: new Map(), workflows: new Map() };
  MEMO.set(reader, made);
  return made;
}

function remembered<Value>(
  memo: Map<string, Value | undefined>,
  local: string,
  read: () => Value | undefined,
): Value | undefined {
  if (memo.has(local)) return memo.get(local);
  const found = read();
  memo.set(local, found);
  return found;
}

function documentAt(local: string, { path, sibling }: Reader): PlacedDocument | undefined {
  const text = sibling(`${toRoot(path)}${local.replace(/^\.\//, "")}`);
  return text === undefined || text.length > MAXIMUM_TEXT ? undefined : parseYaml(text).documents[0];
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
