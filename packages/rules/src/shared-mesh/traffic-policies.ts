import type { Resource } from "@plimsoll/core";
import type { YamlPath } from "@plimsoll/syntax";
import { at, isObject, list } from "../shared-objects/values.ts";

/** A part of a DestinationRule that can state TLS settings. */
export interface TrafficPolicy {
  readonly path: YamlPath;
  readonly value: unknown;
}

/** The traffic policies of a DestinationRule: its own, those of its subsets, and those of single ports of either. */
export function trafficPolicies({ value }: Resource): readonly TrafficPolicy[] {
  const spec = at(value, "spec");
  return [
    ...withPorts(at(spec, "trafficPolicy"), ["spec", "trafficPolicy"]),
    ...list(at(spec, "subsets")).flatMap((subset, index) =>
      withPorts(at(subset, "trafficPolicy"), ["spec", "subsets", index, "trafficPolicy"]),
    ),
  ];
}

function withPorts(value: unknown, path: YamlPath): readonly TrafficPolicy[] {
  if (!isObject(value)) return [];
  const ports = list(at(value, "portLevelSettings")).map((port, index) => ({
    path: [...path, "portLevelSettings", index],
    value: port,
  }));
  return [{ path, value }, ...ports];
}
