import type { YamlDocument, YamlEntry, YamlMap, YamlNode, YamlScalar } from "../yaml/nodes.ts";
import {
  asMap,
  asScalar,
  asSequence,
  effectiveEntries,
  entryName,
  getEntry,
  scalarText,
} from "../yaml/read.ts";
import { expressionsIn, wholeExpression } from "./expression/find.ts";
import type { WorkflowCondition, WorkflowDefaults, WorkflowText, WorkflowVariable } from "./nodes.ts";

/** A list in a workflow is read up to this length. */
export const MAXIMUM_LIST = 10_000;

export function textOf(node: YamlNode | undefined): WorkflowText | undefined {
  const scalar = asScalar(node);
  if (scalar === undefined || scalarText(scalar) === undefined) return undefined;
  return { text: scalar.text, node: scalar, start: scalar.start, end: scalar.end };
}

export function textAt(map: YamlMap, key: string): WorkflowText | undefined {
  return textOf(getEntry(map, key)?.value);
}

export function mapAt(map: YamlMap, key: string): YamlMap | undefined {
  return asMap(getEntry(map, key)?.value);
}

export function scalarAt(map: YamlMap, key: string): YamlScalar | undefined {
  return asScalar(getEntry(map, key)?.value);
}

/** A text, or a list of texts. */
export function textsOf(node: YamlNode | undefined): readonly WorkflowText[] {
  const sequence = asSequence(node);
  const nodes = sequence === undefined ? [node] : sequence.items.slice(0, MAXIMUM_LIST);
  return nodes.map(textOf).filter((text) => text !== undefined);
}

/** The entries of a map as names with places; empty for anything else. */
export function variablesOf(node: YamlNode | undefined): readonly WorkflowVariable[] {
  const map = asMap(node);
  return map === undefined ? [] : entriesOf(map).map(variableOf);
}

export function entriesOf(map: YamlMap): readonly YamlEntry[] {
  return effectiveEntries(map).slice(0, MAXIMUM_LIST);
}

function variableOf(entry: YamlEntry): WorkflowVariable {
  return { name: entryName(entry), key: spanOf(entry.key), value: entry.value };
}

export function spanOf({ start, end }: { readonly start: number; readonly end: number }): {
  readonly start: number;
  readonly end: number;
} {
  return { start, end };
}

export function defaultsOf(map: YamlMap): WorkflowDefaults {
  const defaults = mapAt(map, "defaults");
  const run = defaults === undefined ? undefined : mapAt(defaults, "run");
  if (run === undefined) return { shell: undefined, workingDirectory: undefined };
  return { shell: textAt(run, "shell"), workingDirectory: textAt(run, "working-directory") };
}

export function conditionOf(map: YamlMap, document: YamlDocument): WorkflowCondition | undefined {
  const node = scalarAt(map, "if");
  if (node === undefined || node.text === "") return undefined;
  const marked = expressionsIn(document, node);
  const expressions = marked.length === 0 ? [wholeExpression(document, node)] : marked;
  return { node, start: node.start, end: node.end, expressions, isText: isText(node, marked.length) };
}

/** A block scalar that ends with a line break is a text too: GitHub trims before it looks, so only words count. */
function isText(node: YamlScalar, marks: number): boolean {
  if (marks === 0) return false;
  const text = node.text.trim();
  return marks > 1 || !text.startsWith("${{") || !text.endsWith("}}");
}
