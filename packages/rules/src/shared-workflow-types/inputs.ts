import type { WorkflowFile } from "@plimsoll/core";
import {
  asMap,
  effectiveEntries,
  entryName,
  getNode,
  scalarText,
  type Workflow,
  type YamlEntry,
  type YamlNode,
  type YamlPath,
} from "@plimsoll/syntax";
import { inputType } from "./contexts.ts";
import { ANY, merge, strict, STRING, type ObjectType, type ValueType } from "./type.ts";

/** The entries of a map below the settings of an event, such as its inputs. */
export function eventEntries(workflow: Workflow, event: string, key: string): readonly YamlEntry[] {
  const trigger = workflow.triggers.find((one) => one.event === event);
  const map = asMap(getNode(trigger?.node, [key]));
  return map === undefined ? [] : effectiveEntries(map);
}

export function hasTrigger(workflow: Workflow, event: string): boolean {
  return workflow.triggers.some((trigger) => trigger.event === event);
}

/** `inputs`: what the workflow is started or called with, or what the action takes. */
export function inputsType(file: WorkflowFile, path: YamlPath, maximum: number): ValueType {
  if (file.kind === "action") return strict(file.action.inputs.map(({ name }) => [name, STRING] as const));
  const called = eventEntries(file.workflow, "workflow_call", "inputs");
  const until = inputOfDefault(path);
  // A default sees the inputs before it.
  const seen =
    until === undefined
      ? called
      : called.slice(
          0,
          called.findIndex((entry) => entryName(entry) === until),
        );
  const dispatched = until === undefined ? eventEntries(file.workflow, "workflow_dispatch", "inputs") : [];
  if (seen.length + dispatched.length > maximum) return ANY;
  const types = new Map<string, ValueType>();
  for (const [name, type] of [
    ...seen.map((entry) => typed(entry, ANY)),
    ...dispatched.map((entry) => typed(entry, STRING)),
  ]) {
    const known = types.get(name);
    types.set(name, known === undefined ? type : merge(known, type));
  }
  return strict(types);
}

function typed(entry: YamlEntry, otherwise: ValueType): readonly [string, ValueType] {
  const type = scalarText(getNode(entry.value, ["type"]));
  return [entryName(entry).toLowerCase(), type === undefined ? otherwise : inputType(type)];
}

function inputOfDefault(path: YamlPath): string | undefined {
  const isDefault =
    path[0] === "on" && path[1] === "workflow_call" && path[2] === "inputs" && path[4] === "default";
  return isDefault ? String(path[3]) : undefined;
}

/** `github.event.inputs`, where the file alone tells what it holds: all of it are texts. */
export function eventInputsType({ workflow }: { readonly workflow: Workflow }): ObjectType | undefined {
  if (!hasTrigger(workflow, "workflow_dispatch") || hasTrigger(workflow, "workflow_call")) return undefined;
  const names = eventEntries(workflow, "workflow_dispatch", "inputs").map(entryName);
  return strict(names.map((name) => [name, STRING] as const));
}

/** The secrets that a called workflow declares; undefined where it may have others. */
export function declaredSecrets(workflow: Workflow): readonly string[] | undefined {
  const declared = eventEntries(workflow, "workflow_call", "secrets").map(entryName);
  const isOnlyCalled = workflow.triggers.every(({ event }) => event === "workflow_call");
  return declared.length === 0 || !isOnlyCalled ? undefined : declared;
}

/** The type that a default must have. */
export function inputDeclaredType(node: YamlNode | undefined): ValueType {
  return inputType(scalarText(getNode(node, ["type"])));
}
