import type { Step } from "../kubernetes/schema-place.ts";
import type { YamlPlace } from "../yaml-place/yaml-place.ts";

/** The object around a cursor. */
export interface ObjectPlace {
  /** As far as it is written; empty where it is not. */
  readonly apiVersion: string;
  readonly kind: string;
  /** From the object to the place. */
  readonly path: readonly Step[];
  /** True where the object has no entry yet but the one that is being written. */
  readonly isEmpty: boolean;
}

/** The object that a place belongs to: the document, or an item of its list of objects. */
export function objectPlace({ path, levels }: YamlPlace): ObjectPlace {
  const root = entriesAt(levels, 0);
  const apiVersion = root.get("apiVersion") ?? "";
  const kind = root.get("kind") ?? "";
  if (!kind.endsWith("List") || path[0] !== "items" || path[1] !== 0) {
    return { apiVersion, kind, path, isEmpty: root.size === 0 };
  }
  const item = entriesAt(levels, 2);
  return {
    // The items of a typed list, such as PodList, may leave their type out.
    apiVersion: item.get("apiVersion") ?? (kind === "List" ? "" : apiVersion),
    kind: item.get("kind") ?? kind.slice(0, -"List".length),
    path: path.slice(2),
    isEmpty: false,
  };
}

function entriesAt(levels: YamlPlace["levels"], depth: number): ReadonlyMap<string, string> {
  return levels.find((level) => level.depth === depth)?.entries ?? new Map<string, string>();
}
