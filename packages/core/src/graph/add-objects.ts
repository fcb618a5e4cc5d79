import type { Inventory, ResourceRecord } from "../inventory/inventory.ts";
import { imageNode } from "./add-pipeline.ts";
import type { NodeKind } from "./factory-graph.ts";
import type { GraphBuilder } from "./graph-builder.ts";

const MESH_GROUPS: ReadonlySet<string> = new Set(["security.istio.io", "policy.linkerd.io"]);
const KINDS: ReadonlyMap<string, NodeKind> = new Map([
  ["networking.k8s.io/NetworkPolicy", "network-policy"],
  ["/Namespace", "namespace"],
  ["/ServiceAccount", "service-account"],
  ["rbac.authorization.k8s.io/Role", "role"],
  ["rbac.authorization.k8s.io/ClusterRole", "role"],
  ["kustomize.toolkit.fluxcd.io/Kustomization", "gitops"],
  ["helm.toolkit.fluxcd.io/HelmRelease", "gitops"],
  ["argoproj.io/Application", "gitops"],
  ["argoproj.io/ApplicationSet", "gitops"],
]);

/** What kind of node an object is; undefined for objects that the graph does not hold. */
export function nodeKindOf({ podLabels, group, kind }: ResourceRecord): NodeKind | undefined {
  if (podLabels !== undefined) return "workload";
  return MESH_GROUPS.has(group) ? "mesh-policy" : KINDS.get(`${group}/${kind}`);
}

/** Id of the node of an object. */
export function objectNodeId(record: ResourceRecord): string | undefined {
  const kind = nodeKindOf(record);
  if (kind === undefined) return undefined;
  if (kind === "namespace") return `namespace:${record.name}`;
  return idOf(kind, record.kind, record);
}

function idOf(
  node: NodeKind,
  kind: string,
  { namespace = "", name }: { readonly namespace?: string; readonly name: string },
): string {
  return `${node}:${kind}/${namespace}/${name}`;
}

/** The objects of a workspace, and how they hang together. */
export function addObjects(builder: GraphBuilder, inventory: Inventory): void {
  for (const [resource, record] of inventory.resources.entries()) {
    const id = objectNodeId(record);
    const kind = nodeKindOf(record);
    if (id === undefined || kind === undefined) continue;
    const { file, range, name } = record;
    builder.node({
      id,
      kind,
      name: kind === "namespace" ? name : `${record.kind} ${name}`,
      file,
      range,
      resource,
    });
    addNamespace(builder, id, record);
    if (kind === "workload") addWorkload(builder, id, record);
  }
  addBindings(builder, inventory);
  addGuards(builder, inventory);
}

function addNamespace(
  builder: GraphBuilder,
  from: string,
  { namespace, file, range, references }: ResourceRecord,
): void {
  if (namespace === undefined) return;
  const to = builder.node({ id: `namespace:${namespace}`, kind: "namespace", name: namespace });
  const place = references?.find(({ via }) => via === "metadata.namespace");
  builder.edge({ from, to, relation: "in", file, range: place?.range ?? range });
}

function addWorkload(builder: GraphBuilder, from: string, record: ResourceRecord): void {
  const { file, images = [], references = [], namespace } = record;
  for (const { text, range } of images) {
    const to = imageNode(builder, text);
    if (to !== undefined) builder.edge({ from, to, relation: "runs", file, range });
  }
  const named = references.find(({ via }) => via === "serviceAccountName");
  const account = { name: named?.name ?? "default", ...(namespace === undefined ? {} : { namespace }) };
  const to = builder.node({
    id: idOf("service-account", "ServiceAccount", account),
    kind: "service-account",
    name: `ServiceAccount ${account.name}`,
  });
  builder.edge({ from, to, relation: "acts-as", file, range: named?.range ?? record.range });
}

/** What bindings let service accounts do. */
function addBindings(builder: GraphBuilder, inventory: Inventory): void {
  const bindings = [...inventory.ofKind("RoleBinding"), ...inventory.ofKind("ClusterRoleBinding")];
  for (const { file, references = [], namespace } of bindings) {
    const role = references.find(({ via }) => via === "roleRef");
    if (role === undefined) continue;
    const scope = role.kind === "Role" && namespace !== undefined ? { namespace } : {};
    const to = builder.node({
      id: idOf("role", role.kind, { name: role.name, ...scope }),
      kind: "role",
      name: `${role.kind} ${role.name}`,
    });
    for (const subject of references) {
      if (subject.via !== "subjects" || subject.kind !== "ServiceAccount") continue;
      const home = subject.namespace ?? namespace;
      const account = { name: subject.name, ...(home === undefined ? {} : { namespace: home }) };
      const from = builder.node({
        id: idOf("service-account", "ServiceAccount", account),
        kind: "service-account",
        name: `ServiceAccount ${subject.name}`,
      });
      builder.edge({ from, to, relation: "may", file, range: subject.range });
    }
  }
}

const EVERY_POD = { labels: {}, expressions: [] };

/** Network and mesh policies, and the workloads whose pods they select. */
function addGuards(builder: GraphBuilder, inventory: Inventory): void {
  for (const record of inventory.resources) {
    const kind = nodeKindOf(record);
    const from = objectNodeId(record);
    if (from === undefined || (kind !== "network-policy" && kind !== "mesh-policy")) continue;
    const { file, selects, namespace } = record;
    const guarded = inventory.podsMatching(selects?.selector ?? EVERY_POD, namespace);
    for (const workload of guarded) {
      const to = objectNodeId(workload);
      if (to !== undefined)
        builder.edge({ from, to, relation: "guards", file, range: selects?.range ?? record.range });
    }
  }
}
