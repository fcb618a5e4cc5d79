import type { Resource } from "@plimsoll/core";
import {
  asMap,
  asSequence,
  effectiveEntries,
  entryName,
  getNode,
  insertItem,
  removeAt,
  scalarText,
  setValue,
  type YamlPath,
} from "@plimsoll/syntax";
import { keySpan, valueSpan } from "../shared-objects/spans.ts";
import type { Component, ComponentRun, Flag } from "./component-run.ts";
import { minorOf } from "./components.ts";
import { kubeadmValue } from "./defaults.ts";
import { itemFinder, textSpan } from "./places.ts";

/** Where the settings of the cluster stand in an object that kubeadm reads, or that Cluster API hands to kubeadm. */
interface Holder {
  /** Path to the `ClusterConfiguration`; undefined where the object holds none. */
  readonly cluster: YamlPath | undefined;
  /** Paths to objects with `nodeRegistration`. */
  readonly nodes: readonly YamlPath[];
  readonly version: YamlPath;
  readonly usesLists: boolean;
}

const INIT = "initConfiguration";
const JOIN = "joinConfiguration";

function holderOf({ group, version, kind }: Resource): Holder | undefined {
  if (group === "kubeadm.k8s.io") {
    const usesLists = version.startsWith("v1beta") && Number(version.slice("v1beta".length)) >= 4;
    if (kind === "ClusterConfiguration")
      return { cluster: [], nodes: [], version: ["kubernetesVersion"], usesLists };
    const isNode = kind === "InitConfiguration" || kind === "JoinConfiguration";
    return isNode ? { cluster: undefined, nodes: [[]], version: [], usesLists } : undefined;
  }
  const path = CLUSTER_API.get(`${group}/${kind}`);
  if (path === undefined) return undefined;
  return {
    cluster: [...path, "clusterConfiguration"],
    nodes: [
      [...path, INIT],
      [...path, JOIN],
    ],
    version: kind === "KubeadmControlPlane" ? ["spec", "version"] : [],
    usesLists: version === "v1beta2",
  };
}

const CLUSTER_API: ReadonlyMap<string, YamlPath> = new Map<string, YamlPath>([
  ["controlplane.cluster.x-k8s.io/KubeadmControlPlane", ["spec", "kubeadmConfigSpec"]],
  [
    "controlplane.cluster.x-k8s.io/KubeadmControlPlaneTemplate",
    ["spec", "template", "spec", "kubeadmConfigSpec"],
  ],
  ["bootstrap.cluster.x-k8s.io/KubeadmConfig", ["spec"]],
  ["bootstrap.cluster.x-k8s.io/KubeadmConfigTemplate", ["spec", "template", "spec"]],
]);

const SECTIONS: readonly (readonly [Component, YamlPath])[] = [
  ["kube-apiserver", ["apiServer"]],
  ["kube-controller-manager", ["controllerManager"]],
  ["kube-scheduler", ["scheduler"]],
  ["etcd", ["etcd", "local"]],
];

/** The components that kubeadm sets up as an object says. */
export function kubeadmRuns(resource: Resource, defaultMinor: number): readonly ComponentRun[] {
  const holder = holderOf(resource);
  if (holder === undefined) return [];
  const minor = minorOf(scalarText(getNode(resource.node, holder.version)) ?? "") ?? defaultMinor;
  const runs: ComponentRun[] = [];
  const { cluster } = holder;
  if (cluster !== undefined && getNode(resource.node, cluster)?.kind === "map") {
    const hasOwnEtcd = getNode(resource.node, [...cluster, "etcd", "external"]) === undefined;
    for (const [component, section] of SECTIONS) {
      if (component === "etcd" && !hasOwnEtcd) continue;
      const path = [...cluster, ...section, "extraArgs"];
      runs.push(runOf(resource, { component, path, minor, isOpen: false, usesLists: holder.usesLists }));
    }
  }
  for (const node of holder.nodes) {
    const path = [...node, "nodeRegistration", "kubeletExtraArgs"];
    if (getNode(resource.node, path) === undefined) continue;
    runs.push(
      runOf(resource, { component: "kubelet", path, minor, isOpen: true, usesLists: holder.usesLists }),
    );
  }
  return runs;
}

interface Place {
  readonly component: Component;
  /** Path to the arguments. */
  readonly path: YamlPath;
  readonly minor: number;
  readonly isOpen: boolean;
  readonly usesLists: boolean;
}

function runOf(resource: Resource, { component, path, minor, isOpen, usesLists }: Place): ComponentRun {
  const { node, document } = resource;
  const held = getNode(node, path);
  const isList = held === undefined ? usesLists : asSequence(held) !== undefined;
  const flags = new Map(
    (isList ? listFlags(resource, path) : mapFlags(resource, path)).map((flag) => [flag.name, flag]),
  );
  const parent = keySpan(node, path);
  const isFound = parent.start !== keySpan(node, []).start || path.length === 0;
  return {
    component,
    minor,
    source: "kubeadm",
    flags,
    isOpenFor: (flag) => isOpen || (flag === "authorization-mode" && flags.has("authorization-config")),
    implied: (flag) => kubeadmValue(component, flag),
    at: isFound ? parent : (getNode(node, ["kind"]) ?? parent),
    subject: path.join("."),
    labelOf: (flag) => `${sectionOf(path)}.${flag}`,
    add: (flag, value) =>
      isList
        ? insertItem(document.document, node, path, {
            index: asSequence(held)?.items.length ?? 0,
            value: { name: flag, value },
          })
        : setValue(document.document, node, [...path, flag], value),
  };
}

/** The last two steps: `apiServer.extraArgs`. */
function sectionOf(path: YamlPath): string {
  return path.slice(-2).join(".");
}

function mapFlags(resource: Resource, path: YamlPath): readonly Flag[] {
  const map = asMap(getNode(resource.node, path));
  if (map === undefined) return [];
  return effectiveEntries(map).map((entry) =>
    flagAt(resource, entryName(entry), [...path, entryName(entry)], [...path, entryName(entry)]),
  );
}

function listFlags(resource: Resource, path: YamlPath): readonly Flag[] {
  const items = asSequence(getNode(resource.node, path))?.items ?? [];
  return items.flatMap((item, index) => {
    const name = scalarText(getNode(item, ["name"]));
    return name === undefined ? [] : [flagAt(resource, name, [...path, index, "value"], [...path, index])];
  });
}

function flagAt(resource: Resource, name: string, value: YamlPath, whole: YamlPath): Flag {
  const { node, document } = resource;
  const scalar = getNode(node, value);
  const text = scalarText(scalar) ?? "";
  const at =
    (scalar?.kind === "scalar" ? textSpan(document.document, scalar, text) : undefined) ??
    valueSpan(node, value);
  return {
    name,
    label: `${sectionOf(whole.slice(0, -1))}.${name}`,
    value: text,
    at,
    placeOf: itemFinder(text, at),
    setTo: (next) => setValue(document.document, node, value, next),
    drop: () => removeAt(document.document, node, whole),
  };
}
