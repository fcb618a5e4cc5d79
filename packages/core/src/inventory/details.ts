import { asSequence, CONTAINER_LISTS, getNode, scalarText, type Span, type YamlNode } from "@plimsoll/syntax";
import { podsOf } from "../engine/parts.ts";
import type { Resource } from "../rule/rule.ts";
import type { HostRecord, PortRecord, SelectorRecord } from "./inventory.ts";
import { readLabels, readSelector } from "./label-selector.ts";

/** A record's part before it is placed in a file. */
export type Unplaced<Placed> = Omit<Placed, "range"> & { readonly at: Span };

/** Fields that are remembered as text, by kind. */
const SETTINGS: ReadonlyMap<string, readonly (readonly string[])[]> = new Map([
  ["Deployment", [["spec", "replicas"]]],
  ["StatefulSet", [["spec", "replicas"]]],
  ["ReplicaSet", [["spec", "replicas"]]],
  ["ReplicationController", [["spec", "replicas"]]],
  ["Rollout", [["spec", "replicas"]]],
  ["DeploymentConfig", [["spec", "replicas"]]],
  [
    "HorizontalPodAutoscaler",
    [
      ["spec", "minReplicas"],
      ["spec", "maxReplicas"],
    ],
  ],
  ["ScaledObject", [["spec", "minReplicaCount"]]],
  [
    "PodDisruptionBudget",
    [
      ["spec", "minAvailable"],
      ["spec", "maxUnavailable"],
    ],
  ],
  [
    "Service",
    [
      ["spec", "type"],
      ["spec", "clusterIP"],
    ],
  ],
  ["ServiceAccount", [["automountServiceAccountToken"]]],
  ["PersistentVolumeClaim", [["spec", "accessModes"]]],
  ["IngressClass", [["spec", "controller"]]],
  ["Kustomization", [["spec", "path"]]],
  ["Application", [["spec", "source", "path"]]],
]);

/** Scalar fields of an object by their last key; the scalars of a list are joined by commas. */
export function settingsOf({ kind, node }: Resource): Readonly<Record<string, string>> | undefined {
  const paths = SETTINGS.get(kind);
  if (paths === undefined) return undefined;
  const settings: Record<string, string> = Object.create(null);
  let any = false;
  for (const path of paths) {
    const value = getNode(node, path);
    const joined = asSequence(value)
      ?.items.flatMap((item) => scalarText(item) ?? [])
      .join(",");
    const text = scalarText(value) ?? joined;
    if (text === undefined) continue;
    settings[path.at(-1) ?? ""] = text;
    any = true;
  }
  return any ? settings : undefined;
}

/** What an object selects; see `ResourceRecord.selects`. */
export function selectsOf({ kind, node, group }: Resource): Unplaced<SelectorRecord> | undefined {
  const key = kind === "NetworkPolicy" ? "podSelector" : "selector";
  const place = getNode(node, ["spec", key]);
  if (place === undefined) return undefined;
  const isPlain = (kind === "Service" && group === "") || kind === "ReplicationController";
  const labels = isPlain ? readLabels(place) : undefined;
  const selector = isPlain ? labels && { labels, expressions: [] } : readSelector(place);
  return selector === undefined ? undefined : { selector, at: spanOf(place) };
}

/** The pod selectors in the rules of a NetworkPolicy, without those that reach into other namespaces. */
export function peersOf({ kind, node }: Resource): readonly Unplaced<SelectorRecord>[] {
  if (kind !== "NetworkPolicy") return [];
  const rules = [...listAt(node, ["spec", "ingress"]), ...listAt(node, ["spec", "egress"])];
  return rules
    .flatMap((rule) => [...listAt(rule, ["from"]), ...listAt(rule, ["to"])])
    .flatMap((peer) => {
      const place = getNode(peer, ["podSelector"]);
      const selector = getNode(peer, ["namespaceSelector"]) === undefined ? readSelector(place) : undefined;
      return place === undefined || selector === undefined ? [] : [{ selector, at: spanOf(place) }];
    });
}

/** The ports of a Service, or of the containers that a workload runs. */
export function portsOf(resource: Resource): readonly Unplaced<PortRecord>[] {
  if (resource.kind === "Service" && resource.group === "") {
    return listAt(resource.node, ["spec", "ports"]).map((node) => portOf(node, "port"));
  }
  return podsOf(resource).flatMap(({ spec }) =>
    CONTAINER_LISTS.flatMap((list) =>
      listAt(spec, [list]).flatMap((container) =>
        listAt(container, ["ports"]).map((node) => portOf(node, "containerPort")),
      ),
    ),
  );
}

function portOf(node: YamlNode, key: string): Unplaced<PortRecord> {
  const name = scalarText(getNode(node, ["name"]));
  const number = Number(scalarText(getNode(node, [key])));
  const target = getNode(node, ["targetPort"]);
  const text = scalarText(target);
  return {
    ...(name === undefined ? {} : { name }),
    ...(Number.isInteger(number) ? { number } : {}),
    ...(text === undefined ? {} : { target: text }),
    at: spanOf(target ?? getNode(node, [key]) ?? node),
  };
}

/** The hosts and paths that an Ingress takes. */
export function hostsOf({ kind, node }: Resource): readonly Unplaced<HostRecord>[] {
  if (kind !== "Ingress") return [];
  return listAt(node, ["spec", "rules"]).flatMap((rule) => {
    const place = getNode(rule, ["host"]);
    const host = scalarText(place);
    if (place === undefined || host === undefined) return [];
    const paths = listAt(rule, ["http", "paths"]).map((path) => scalarText(getNode(path, ["path"])) ?? "/");
    return (paths.length === 0 ? ["/"] : paths).map((path) => ({ host, path, at: spanOf(place) }));
  });
}

function listAt(node: YamlNode | undefined, path: readonly string[]): readonly YamlNode[] {
  return asSequence(getNode(node, path))?.items ?? [];
}

/** A short span: of a collection that is written over lines only the first key or item. */
function spanOf(node: YamlNode): Span {
  if (node.kind === "map" && !node.flow) return bare(node.entries[0]?.key ?? node);
  return bare(node);
}

function bare({ start, end }: Span): Span {
  return { start, end };
}
