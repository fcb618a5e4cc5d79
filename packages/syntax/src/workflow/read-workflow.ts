import type { PlacedDocument, YamlEntry, YamlMap, YamlNode } from "../yaml/nodes.ts";
import { asMap, asScalar, asSequence, effectiveEntries, entryName, getEntry } from "../yaml/read.ts";
import type { ActionFile, ActionInput, Workflow, WorkflowTrigger } from "./nodes.ts";
import { permissionsOf, readJobs } from "./read-jobs.ts";
import { readSteps } from "./read-steps.ts";
import { defaultsOf, entriesOf, mapAt, MAXIMUM_LIST, spanOf, textAt, textOf, variablesOf } from "./views.ts";

/** A document as a workflow, or undefined where it is no map. Whether it is a valid one is for rules to say. */
export function readWorkflow(document: PlacedDocument): Workflow | undefined {
  const node = asMap(document.document.root);
  if (node === undefined) return undefined;
  const on = onEntry(node);
  return {
    document,
    node,
    name: textAt(node, "name"),
    on,
    triggers: on === undefined ? [] : triggersOf(on.value),
    permissions: permissionsOf(node),
    environment: variablesOf(getEntry(node, "env")?.value),
    defaults: defaultsOf(node),
    concurrency: getEntry(node, "concurrency"),
    jobs: readJobs(node, document.document),
  };
}

/** A document as an `action.yml`, or undefined where it has no `runs:`. */
export function readAction(document: PlacedDocument): ActionFile | undefined {
  const node = asMap(document.document.root);
  const runs = node === undefined ? undefined : mapAt(node, "runs");
  if (node === undefined || runs === undefined) return undefined;
  const inputs = mapAt(node, "inputs");
  return {
    document,
    node,
    name: textAt(node, "name"),
    inputs: inputs === undefined ? [] : entriesOf(inputs).map(inputOf),
    outputs: variablesOf(getEntry(node, "outputs")?.value),
    using: textAt(runs, "using"),
    steps: readSteps(getEntry(runs, "steps")?.value, document.document),
    image: textAt(runs, "image"),
  };
}

/** `on` is a text under YAML 1.2 and `true` under 1.1; both stand for the same key. */
function onEntry(node: YamlMap): YamlEntry | undefined {
  return getEntry(node, "on") ?? effectiveEntries(node).find((entry) => asScalar(entry.key)?.text === "on");
}

function triggersOf(node: YamlNode): readonly WorkflowTrigger[] {
  const map = asMap(node);
  if (map !== undefined) {
    return entriesOf(map).map((entry) => ({
      event: entryName(entry),
      at: spanOf(entry.key),
      node: asScalar(entry.value)?.style === "empty" ? undefined : entry.value,
    }));
  }
  const items = asSequence(node)?.items.slice(0, MAXIMUM_LIST) ?? [node];
  return items
    .map(textOf)
    .filter((text) => text !== undefined)
    .map((text) => ({ event: text.text, at: spanOf(text), node: undefined }));
}

function inputOf(entry: YamlEntry): ActionInput {
  const map = asMap(entry.value);
  const required = map === undefined ? undefined : textAt(map, "required");
  return {
    name: entryName(entry),
    key: spanOf(entry.key),
    required: required?.text === "true",
    hasDefault: map !== undefined && getEntry(map, "default") !== undefined,
    node: entry.value,
  };
}
