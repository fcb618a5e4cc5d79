import { toValue, type YamlNode } from "@plimsoll/syntax";
import type { Part } from "../rule/rule.ts";

/**
 * The value of a node as the API server would see it: scalars as Kubernetes reads them, and a key whose value is null is
 * absent. Nodes share values, and nothing in them may be changed.
 */
export function objectValue(node: YamlNode): unknown {
  return toValue(node, "kubernetes");
}

/** What stands at a path inside an object's value; undefined where the path leads nowhere. */
export function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  let current = value;
  for (const step of path) current = childOf(current, step);
  return current;
}

/** The metadata of the pod that a part is in; undefined where it is in none. */
export function podMetadataOf({ resource, podSpecPath }: Part): unknown {
  if (podSpecPath.length === 0) return undefined;
  return valueAt(resource.value, [...podSpecPath.slice(0, -1), "metadata"]) ?? Object.create(null);
}

function childOf(value: unknown, step: string | number): unknown {
  if (Array.isArray(value)) return typeof step === "number" ? value[step] : undefined;
  return isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}

function isObject(value: unknown): value is Record<string | number, unknown> {
  return typeof value === "object" && value !== null;
}
