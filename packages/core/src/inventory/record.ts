import { asMap, getNode, podTemplatePath, scalarText, type Span, type YamlNode } from "@plimsoll/syntax";
import type { Resource } from "../rule/rule.ts";
import type { Inventory, ResourceRecord } from "./inventory.ts";

/** A record before it is placed in a file. */
export type RawRecord = Omit<ResourceRecord, "file" | "range"> & { readonly at: Span };

/** What the workspace remembers of an object. */
export function recordOf(resource: Resource): RawRecord {
  const { apiVersion, kind, name, namespace, group, node } = resource;
  const template = podTemplatePath(group, kind);
  const podLabels = template === undefined ? undefined : stringMap(getNode(node, [...template, "metadata", "labels"]));
  const selector = stringMap(getNode(node, ["spec", "selector", "matchLabels"]) ?? getNode(node, ["spec", "selector"]));
  const defaults = kind === "LimitRange" ? containerDefaults(node) : undefined;
  return {
    apiVersion,
    kind,
    name,
    group,
    ...(namespace === undefined ? {} : { namespace }),
    labels: stringMap(getNode(node, ["metadata", "labels"])) ?? {},
    ...(podLabels === undefined ? {} : { podLabels }),
    ...(selector === undefined ? {} : { selector }),
    ...(defaults === undefined ? {} : { containerDefaults: defaults }),
    at: getNode(node, ["metadata", "name"]) ?? getNode(node, ["kind"]) ?? node,
  };
}

function stringMap(node: YamlNode | undefined): Record<string, string> | undefined {
  const map = asMap(node);
  if (map === undefined) return undefined;
  const result = Object.create(null) as Record<string, string>;
  for (const entry of map.entries) {
    const key = scalarText(entry.key);
    const value = scalarText(entry.value);
    if (key !== undefined && value !== undefined) result[key] = value;
  }
  return result;
}

/** The `default` of a LimitRange sets limits, and requests too where `defaultRequest` does not say otherwise. */
function containerDefaults(node: YamlNode): readonly string[] {
  const limits = getNode(node, ["spec", "limits"]);
  if (limits?.kind !== "sequence") return [];
  return limits.items.flatMap((item) => {
    if (scalarText(getNode(item, ["type"])) !== "Container") return [];
    const names = (key: string): string[] => Object.keys(stringMap(getNode(item, [key])) ?? {});
    const byDefault = names("default");
    return [
      ...byDefault.map((name) => `limits.${name}`),
      ...byDefault.map((name) => `requests.${name}`),
      ...names("defaultRequest").map((name) => `requests.${name}`),
    ];
  });
}

/** The inventory of all records, indexed by kind and namespace. */
export function makeInventory(resources: readonly ResourceRecord[]): Inventory {
  const index = new Map<string, ResourceRecord[]>();
  const add = (key: string, record: ResourceRecord): void => {
    const known = index.get(key);
    if (known === undefined) index.set(key, [record]);
    else known.push(record);
  };
  for (const record of resources) {
    add(record.kind, record);
    add(`${record.kind}\u0000${record.namespace ?? ""}`, record);
  }
  return {
    resources,
    ofKind: (kind, namespace) => index.get(namespace === undefined ? kind : `${kind}\u0000${namespace}`) ?? [],
  };
}
