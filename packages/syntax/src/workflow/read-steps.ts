import type { YamlDocument, YamlMap, YamlNode } from "../yaml/nodes.ts";
import { asMap, asSequence, getEntry } from "../yaml/read.ts";
import type { WorkflowStep } from "./nodes.ts";
import { readUses } from "./uses-reference.ts";
import { conditionOf, MAXIMUM_LIST, scalarAt, textAt, variablesOf } from "./views.ts";

/** The steps of a job or composite action; what is no map is left out, and keeps its number. */
export function readSteps(node: YamlNode | undefined, document: YamlDocument): readonly WorkflowStep[] {
  const items = asSequence(node)?.items.slice(0, MAXIMUM_LIST) ?? [];
  const steps: WorkflowStep[] = [];
  for (const [index, item] of items.entries()) {
    const map = asMap(item);
    if (map !== undefined) steps.push(readStep(map, index, document));
  }
  return steps;
}

function readStep(node: YamlMap, index: number, document: YamlDocument): WorkflowStep {
  const uses = textAt(node, "uses");
  return {
    index,
    node,
    id: textAt(node, "id"),
    name: textAt(node, "name"),
    condition: conditionOf(node, document),
    uses: uses === undefined ? undefined : readUses(uses),
    with: variablesOf(getEntry(node, "with")?.value),
    run: textAt(node, "run"),
    shell: textAt(node, "shell"),
    workingDirectory: textAt(node, "working-directory"),
    environment: variablesOf(getEntry(node, "env")?.value),
    continueOnError: scalarAt(node, "continue-on-error"),
    timeoutMinutes: scalarAt(node, "timeout-minutes"),
  };
}
