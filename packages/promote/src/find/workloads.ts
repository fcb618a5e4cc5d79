import {
  asMap,
  asSequence,
  CONTAINER_LISTS,
  getEntry,
  getNode,
  podTemplatePath,
  type ResourceNode,
  type YamlNode,
} from "@plimsoll/syntax";
import { pathText, type Search, type Spot } from "./find.ts";
import { addReference } from "./reference.ts";

type Place = Omit<Spot, "node" | "kind">;
type Step = string | number;

interface Located {
  readonly node: YamlNode;
  readonly steps: readonly Step[];
}

/** The images of an object that makes pods. */
export function findInWorkload(search: Search, { sheet, path }: Place, resource: ResourceNode): void {
  const template = podTemplatePath(resource.group, resource.kind);
  if (template === undefined) return;
  const pods = expand({ node: resource.node, steps: [] }, [...template, "spec"]);
  for (const image of pods.flatMap(imagesOf)) {
    const text = pathText(image.steps);
    const spot: Spot = {
      sheet,
      kind: "plain",
      path: path === "" ? text : `${path}.${text}`,
      node: image.node,
    };
    addReference(search, spot, { mayAdd: true });
  }
}

/** Everything that a path with `*` leads to. */
function expand(start: Located, path: readonly string[]): readonly Located[] {
  let level: readonly Located[] = [start];
  for (const step of path) level = level.flatMap((at) => (step === "*" ? each(at) : child(at, step)));
  return level;
}

function child({ node, steps }: Located, step: string): readonly Located[] {
  const map = asMap(node);
  const value = map === undefined ? undefined : getEntry(map, step)?.value;
  return value === undefined ? [] : [{ node: value, steps: [...steps, step] }];
}

function each({ node, steps }: Located): readonly Located[] {
  const map = asMap(node);
  if (map !== undefined)
    return map.entries.flatMap(({ key, value }) =>
      key.kind === "scalar" ? [{ node: value, steps: [...steps, key.text] }] : [],
    );
  return (asSequence(node)?.items ?? []).map((item, index) => ({ node: item, steps: [...steps, index] }));
}

/** Images of containers, and those that are mounted as volumes. */
function imagesOf(pod: Located): readonly Located[] {
  const containers = CONTAINER_LISTS.flatMap((list) => expand(pod, [list, "*", "image"]));
  const volumes = getNode(pod.node, ["volumes"]);
  return volumes === undefined
    ? containers
    : [...containers, ...expand(pod, ["volumes", "*", "image", "reference"])];
}
