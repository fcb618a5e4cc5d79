import type { Resource } from "@plimsoll/core";
import {
  asSequence,
  getNode,
  insertItem,
  removeAt,
  replaceScalar,
  scalarText,
  asScalar,
  type YamlNode,
} from "@plimsoll/syntax";
import { keySpan } from "../shared-objects/spans.ts";
import type { Component, ComponentRun, Flag } from "./component-run.ts";
import { itemFinder, textSpan } from "./places.ts";

const KEYS: readonly (readonly [Component, string])[] = [
  ["kube-apiserver", "kube-apiserver-arg"],
  ["kube-controller-manager", "kube-controller-manager-arg"],
  ["kube-scheduler", "kube-scheduler-arg"],
  ["kube-proxy", "kube-proxy-arg"],
  ["kubelet", "kubelet-arg"],
  ["etcd", "etcd-arg"],
];

/**
 * The components that RKE2 or k3s sets up, with the arguments that its `config.yaml` adds. Both give the components values of
 * their own, so a flag that is not added says nothing.
 */
export function rancherRuns(resource: Resource, minor: number): readonly ComponentRun[] {
  if (resource.kind !== "RancherConfiguration") return [];
  return KEYS.flatMap(([component, key]) => {
    const held = getNode(resource.node, [key]);
    if (held === undefined) return [];
    const items = asSequence(held)?.items ?? [held];
    const flags = new Map<string, Flag>();
    for (const [index, item] of items.entries()) {
      const flag = flagOf(resource, { key, index: asSequence(held) === undefined ? undefined : index, item });
      if (flag !== undefined) flags.set(flag.name, flag);
    }
    return [
      {
        component,
        minor,
        source: "rancher" as const,
        flags,
        isOpenFor: () => true,
        implied: () => undefined,
        at: keySpan(resource.node, [key]),
        subject: key,
        labelOf: (flag: string) => `${key} ${flag}`,
        add: (flag: string, value: string) =>
          asSequence(held) === undefined
            ? []
            : insertItem(resource.document.document, resource.node, [key], {
                index: items.length,
                value: `${flag}=${value}`,
              }),
      },
    ];
  });
}

interface Argument {
  readonly key: string;
  readonly index: number | undefined;
  readonly item: YamlNode;
}

function flagOf(resource: Resource, { key, index, item }: Argument): Flag | undefined {
  const scalar = asScalar(item);
  const text = scalarText(scalar);
  if (scalar === undefined || text === undefined) return undefined;
  const dashes = text.startsWith("--") ? 2 : 0;
  const equals = text.indexOf("=");
  const name = text.slice(dashes, equals < 0 ? undefined : equals);
  const value = equals < 0 ? "true" : text.slice(equals + 1);
  const { document } = resource.document;
  const whole = textSpan(document, scalar, text) ?? scalar;
  const at = equals >= 0 && value !== "" ? { start: whole.end - value.length, end: whole.end } : whole;
  return {
    name,
    label: `${key} ${name}`,
    value,
    at,
    placeOf: itemFinder(value, at),
    setTo: (next) => replaceScalar(document, scalar, `${text.slice(0, dashes)}${name}=${next}`),
    drop: () => removeAt(document, resource.node, index === undefined ? [key] : [key, index]),
  };
}
