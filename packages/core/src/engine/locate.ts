import {
  asMap,
  asSequence,
  getEntry,
  getNode,
  scalarText,
  type Span,
  type YamlEntry,
  type YamlNode,
} from "@plimsoll/syntax";
import type { Part } from "../rule/rule.ts";

/** Where a finding stands, and the path that names it. */
export interface Location {
  readonly span: Span;
  /** Whether the path exists in the object. */
  readonly found: boolean;
  /** Path from the object's root, with names of list elements in place of indexes where they have one. */
  readonly path: string;
  /** The scalar at the place, for messages. */
  readonly value: string | undefined;
}

type Path = readonly (string | number)[];

/** A path of `at` or a fix: the node it starts from and its steps. */
export function startOf(
  part: Part,
  path: string,
): { readonly node: YamlNode; readonly base: Path; readonly steps: string[] } {
  const steps = splitPath(path);
  if (steps[0] === "podSpec" && part.podSpec !== undefined) {
    return { node: part.podSpec, base: part.podSpecPath, steps: steps.slice(1) };
  }
  if (steps[0] === "object") return { node: part.resource.node, base: [], steps: steps.slice(1) };
  return { node: part.node, base: part.path, steps };
}

/** Splits `metadata.labels["app.kubernetes.io/name"]` into its keys. */
export function splitPath(path: string): string[] {
  const steps: string[] = [];
  let index = 0;
  while (index < path.length) {
    if (path.startsWith('["', index)) {
      const end = path.indexOf('"]', index);
      if (end < 0) return [...steps, path.slice(index)];
      steps.push(path.slice(index + 2, end));
      index = end + 2;
    } else {
      let end = index;
      while (end < path.length && path[end] !== "." && path[end] !== "[") end += 1;
      steps.push(path.slice(index, end));
      index = end;
    }
    if (path[index] === ".") index += 1;
  }
  return steps;
}

/** The place of a problem: the first path that exists, or the key of the nearest existing parent of the first path. */
export function locate(part: Part, paths: readonly string[]): Location {
  for (const path of paths) {
    const wantsKey = path.endsWith(":");
    const { node, base, steps } = startOf(part, wantsKey ? path.slice(0, -1) : path);
    const target = getNode(node, steps);
    if (target === undefined || isNull(target)) continue;
    const key = wantsKey ? entryAt(node, steps)?.key : undefined;
    return {
      span: key ?? spanOfTarget(part, target, steps),
      found: true,
      path: namedPath(part.resource.node, [...base, ...steps]),
      value: scalarText(key ?? target),
    };
  }
  const first = paths[0] ?? "";
  return nearestParent(part, first.endsWith(":") ? first.slice(0, -1) : first);
}

function isNull(node: YamlNode): boolean {
  return node.kind === "scalar" && node.value === null;
}

function entryAt(node: YamlNode, steps: readonly string[]): YamlEntry | undefined {
  const map = asMap(getNode(node, steps.slice(0, -1)));
  const last = steps.at(-1);
  return map === undefined || last === undefined ? undefined : getEntry(map, last);
}

function spanOfTarget(part: Part, target: YamlNode, steps: readonly string[]): Span {
  if (steps.length === 0 && target === part.node) return spanOfPart(part);
  return spanOfValue(target);
}

function nearestParent(part: Part, path: string): Location {
  const { node, base, steps } = startOf(part, path);
  const missing = namedPath(part.resource.node, [...base, ...steps]);
  let current = node;
  let key: Span | undefined;
  for (const step of steps) {
    const map = asMap(current);
    const entry = map === undefined ? undefined : getEntry(map, step);
    if (entry === undefined) break;
    key = entry.key;
    current = entry.value;
  }
  const span =
    key ?? (node === part.node ? spanOfPart(part) : (keyOf(part.resource.node, base) ?? spanOfPart(part)));
  return { span, found: false, path: missing, value: undefined };
}

/** A part as a whole is shown by what a reader knows it by: the name of a container, the key of a map, the kind of an object. */
function spanOfPart(part: Part): Span {
  if (part.path.length === 0) return spanOfObject(part.resource.node);
  const map = asMap(part.node);
  if (map === undefined) return spanOfValue(part.node);
  const last = part.path.at(-1);
  if (typeof last === "string") return keyOf(part.resource.node, part.path) ?? spanOfValue(part.node);
  return map.entries[0]?.key ?? spanOfValue(part.node);
}

function spanOfObject(node: YamlNode): Span {
  return getNode(node, ["kind"]) ?? spanOfValue(node);
}

function keyOf(root: YamlNode, path: Path): Span | undefined {
  const map = asMap(getNode(root, path.slice(0, -1)));
  const last = path.at(-1);
  return map === undefined || last === undefined ? undefined : getEntry(map, String(last))?.key;
}

/** Short ranges only: a scalar is shown whole, a collection by its first key or item. */
function spanOfValue(node: YamlNode): Span {
  const map = asMap(node);
  if (map !== undefined && !map.flow) return map.entries[0]?.key ?? node;
  const sequence = asSequence(node);
  if (sequence !== undefined && !sequence.flow) return sequence.items[0] ?? node;
  return node;
}

/** `spec.containers[name=web].image`: the same path whatever order the list is in. */
export function namedPath(root: YamlNode, path: Path): string {
  let text = "";
  let current: YamlNode | undefined = root;
  for (const step of path) {
    const next: YamlNode | undefined = current === undefined ? undefined : getNode(current, [step]);
    if (typeof step === "number") text += `[${elementName(next) ?? step}]`;
    else text += text === "" ? step : `.${step}`;
    current = next;
  }
  return text;
}

function elementName(node: YamlNode | undefined): string | undefined {
  if (node === undefined) return undefined;
  const name = scalarText(getNode(node, ["name"]));
  if (name !== undefined) return `name=${name}`;
  const text = scalarText(node);
  return text === undefined ? undefined : JSON.stringify(text);
}
