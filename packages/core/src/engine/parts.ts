import {
  asMap,
  asSequence,
  attached,
  CONTAINER_LISTS,
  getEntry,
  getNode,
  podTemplatePath,
  scalarText,
  type YamlNode,
} from "@plimsoll/syntax";
import type { ContainerType, Part, Resource } from "../rule/rule.ts";
import { valueAt } from "./object-value.ts";

type Path = readonly (string | number)[];

/** A pod inside an object: its metadata and spec. */
export interface Pod {
  readonly template: YamlNode;
  readonly spec: YamlNode;
  readonly path: Path;
}

/** `each` taken apart: where the walk starts and the list below it whose elements are `item`. */
export interface Walk {
  readonly root: "resources" | "pods" | "containers";
  readonly list: readonly string[] | undefined;
}

/** Reads the `each` of a rule; undefined where it does not start at a known root. */
export function parseEach(each: string): Walk | undefined {
  const [root, ...list] = each.split(".");
  if (root !== "resources" && root !== "pods" && root !== "containers") return undefined;
  return { root, list: list.length === 0 ? undefined : list };
}

const pods = attached<Resource, readonly Pod[]>();

/** The pods that an object makes. Found once, however many rules ask. */
export function podsOf(resource: Resource): readonly Pod[] {
  let found = pods.get(resource);
  if (found === undefined) {
    found = findPods(resource);
    pods.set(resource, found);
  }
  return found;
}

function findPods(resource: Resource): readonly Pod[] {
  const path = podTemplatePath(resource.group, resource.kind);
  if (path === undefined) return [];
  let found: { node: YamlNode; path: Path }[] = [{ node: resource.node, path: [] }];
  for (const step of path) found = found.flatMap(({ node, path: before }) => stepInto(node, before, step));
  return found.flatMap(({ node, path: before }) => {
    const spec = getNode(node, ["spec"]);
    return asMap(spec) === undefined || spec === undefined
      ? []
      : [{ template: node, spec, path: [...before, "spec"] }];
  });
}

/**
 * The first place on the way to a pod where something else stands than a map: what makes an object of a kind that makes pods
 * malformed. A template that is not there at all is none: patches leave it out.
 */
export function malformedPod(resource: Resource): YamlNode | undefined {
  const path = podTemplatePath(resource.group, resource.kind);
  if (path === undefined) return undefined;
  const steps = [...path, "spec"];
  let found: readonly YamlNode[] = [resource.node];
  for (const [index, step] of steps.entries()) {
    found = found.flatMap((node) => stepInto(node, [], step).map((next) => next.node));
    if (step === "*" || steps[index + 1] === "*") continue;
    const wrong = found.find((node) => !isMapOrNothing(node));
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

function isMapOrNothing(node: YamlNode): boolean {
  return asMap(node) !== undefined || (node.kind === "scalar" && node.value === null);
}

function stepInto(node: YamlNode, path: Path, step: string): { node: YamlNode; path: Path }[] {
  if (step === "*") {
    const items = asSequence(node)?.items ?? [];
    const entries = asMap(node)?.entries ?? [];
    return [
      ...items.map((item, index) => ({ node: item, path: [...path, index] })),
      ...entries.map(({ key, value }) => ({ node: value, path: [...path, scalarText(key) ?? ""] })),
    ];
  }
  const next = getNode(node, [step]);
  return next === undefined ? [] : [{ node: next, path: [...path, step] }];
}

/** The parts of an object that a walk visits, without its list. */
export function partsOf(resource: Resource, root: Walk["root"], pods: readonly Pod[]): readonly Part[] {
  if (root === "resources") return [makePart(resource, undefined, { node: resource.node, path: [] })];
  if (root === "pods") return pods.map((pod) => makePart(resource, pod, { node: pod.spec, path: pod.path }));
  const [pod, ...others] = pods;
  if (pod === undefined) return [];
  return others.length === 0
    ? containersOf(resource, pod)
    : pods.flatMap((one) => containersOf(resource, one));
}

const containers = attached<Pod, readonly Part[]>();

/** The containers of a pod, made once, since many rules walk over them. */
function containersOf(resource: Resource, pod: Pod): readonly Part[] {
  let found = containers.get(pod);
  if (found === undefined) {
    found = findContainers(resource, pod);
    containers.set(pod, found);
  }
  return found;
}

function findContainers(resource: Resource, pod: Pod): readonly Part[] {
  return CONTAINER_LISTS.flatMap((list) => {
    const items = asSequence(getNode(pod.spec, [list]))?.items ?? [];
    return items.flatMap((node, index) =>
      asMap(node) === undefined
        ? []
        : [makePart(resource, pod, { node, path: [...pod.path, list, index], list })],
    );
  });
}

function makePart(
  resource: Resource,
  pod: Pod | undefined,
  at: { readonly node: YamlNode; readonly path: Path; readonly list?: ContainerType },
): Part {
  return {
    resource,
    node: at.node,
    value: valueAt(resource.value, at.path),
    path: at.path,
    podSpec: pod?.spec,
    podSpecPath: pod?.path ?? [],
    container: at.list === undefined ? undefined : at.node,
    containerType: at.list,
  };
}

/**
 * The elements of the list below a part, each as a part of its own. Values of a map count too, under their key. A list that
 * starts with `podMetadata` is looked up in the metadata beside the pod's spec.
 */
export function itemsOf(part: Part, list: readonly string[]): readonly Part[] {
  const isOfMetadata = list[0] === "podMetadata" && part.podSpec !== undefined;
  // Most parts have no such list, and their value tells so sooner than their tree.
  if (!isOfMetadata && !isCollection(valueAt(part.value, list))) return [];
  const { node, path } = listOf(part, list);
  const sequence = asSequence(node);
  const value = node === undefined ? undefined : valueAt(part.resource.value, path);
  if (sequence !== undefined) {
    return sequence.items.map((item, index) => ({
      ...part,
      node: item,
      value: valueAt(value, [index]),
      path: [...path, index],
    }));
  }
  const map = asMap(node);
  if (map === undefined) return [];
  return Object.entries(value ?? {}).flatMap(([key, child]) => {
    const entry = getEntry(map, key);
    return entry === undefined
      ? []
      : [{ ...part, node: entry.value, value: child, path: [...path, key], itemKey: key }];
  });
}

function isCollection(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

function listOf(
  part: Part,
  list: readonly string[],
): { readonly node: YamlNode | undefined; readonly path: Path } {
  if (list[0] !== "podMetadata" || part.podSpec === undefined) {
    return { node: getNode(part.node, list), path: [...part.path, ...list] };
  }
  const path = [...part.podSpecPath.slice(0, -1), "metadata", ...list.slice(1)];
  return { node: getNode(part.resource.node, path), path };
}
