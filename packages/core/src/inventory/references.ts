import { asSequence, CONTAINER_LISTS, getNode, scalarText, type Span, type YamlNode } from "@plimsoll/syntax";
import { podsOf } from "../engine/parts.ts";
import type { Resource } from "../rule/rule.ts";
import type { ResourceReference } from "./inventory.ts";
import { meshReferences } from "./mesh-references.ts";

/** A reference before it is placed in a file. */
export type RawReference = Omit<ResourceReference, "range"> & { readonly at: Span };

interface Field {
  readonly path: readonly string[];
  readonly kind: string;
}

const VOLUME_FIELDS: readonly Field[] = [
  { path: ["configMap", "name"], kind: "ConfigMap" },
  { path: ["secret", "secretName"], kind: "Secret" },
  { path: ["persistentVolumeClaim", "claimName"], kind: "PersistentVolumeClaim" },
];
const PROJECTED_FIELDS: readonly Field[] = [
  { path: ["configMap", "name"], kind: "ConfigMap" },
  { path: ["secret", "name"], kind: "Secret" },
];
const VARIABLE_FIELDS: readonly Field[] = [
  { path: ["valueFrom", "configMapKeyRef", "name"], kind: "ConfigMap" },
  { path: ["valueFrom", "secretKeyRef", "name"], kind: "Secret" },
];
const SOURCE_FIELDS: readonly Field[] = [
  { path: ["configMapRef", "name"], kind: "ConfigMap" },
  { path: ["secretRef", "name"], kind: "Secret" },
];

/** The places where an object names others, in the order of the text as far as one walk goes. */
export function referencesOfResource(resource: Resource): readonly RawReference[] {
  const found: RawReference[] = [];
  add(found, {
    node: getNode(resource.node, ["metadata", "namespace"]),
    kind: "Namespace",
    via: "metadata.namespace",
  });
  for (const { spec } of podsOf(resource)) readPod(spec, found);
  const templates = claimTemplatesOf(resource);
  switch (resource.kind) {
    case "Ingress":
      readIngress(resource, found);
      break;
    case "HorizontalPodAutoscaler":
    case "ScaledObject":
    case "VerticalPodAutoscaler":
      readTarget(
        resource.node,
        found,
        resource.kind === "VerticalPodAutoscaler" ? "targetRef" : "scaleTargetRef",
      );
      break;
    case "RoleBinding":
    case "ClusterRoleBinding":
      readBinding(resource.node, found);
      break;
    case "StatefulSet":
      add(found, {
        node: getNode(resource.node, ["spec", "serviceName"]),
        kind: "Service",
        via: "spec.serviceName",
      });
      break;
  }
  found.push(...meshReferences(resource));
  return templates.size === 0
    ? found
    : found.filter(({ kind, name }) => kind !== "PersistentVolumeClaim" || !templates.has(name));
}

/** Names of the claims that a StatefulSet makes itself. */
function claimTemplatesOf({ node }: Resource): ReadonlySet<string> {
  const templates = items(node, ["spec", "volumeClaimTemplates"]);
  return new Set(templates.flatMap((template) => scalarText(getNode(template, ["metadata", "name"])) ?? []));
}

interface Named {
  readonly node: YamlNode | undefined;
  readonly kind: string;
  readonly via: string;
  readonly rest?: { readonly namespace?: string; readonly optional?: boolean; readonly port?: string };
}

function add(found: RawReference[], { node, kind, via, rest }: Named): void {
  const name = scalarText(node);
  if (node === undefined || name === undefined || name === "") return;
  found.push({ kind, name, via, ...rest, at: { start: node.start, end: node.end } });
}

function items(node: YamlNode | undefined, path: readonly string[]): readonly YamlNode[] {
  return asSequence(getNode(node, path))?.items ?? [];
}

function readPod(spec: YamlNode, found: RawReference[]): void {
  const account = getNode(spec, ["serviceAccountName"]) ?? getNode(spec, ["serviceAccount"]);
  add(found, { node: account, kind: "ServiceAccount", via: "serviceAccountName" });
  for (const volume of items(spec, ["volumes"])) {
    readFields(volume, VOLUME_FIELDS, "volumes", found);
    for (const source of items(volume, ["projected", "sources"]))
      readFields(source, PROJECTED_FIELDS, "volumes.projected", found);
  }
  for (const list of CONTAINER_LISTS) {
    for (const container of items(spec, [list])) {
      for (const variable of items(container, ["env"])) readFields(variable, VARIABLE_FIELDS, "env", found);
      for (const source of items(container, ["envFrom"])) readFields(source, SOURCE_FIELDS, "envFrom", found);
    }
  }
}

function readFields(node: YamlNode, fields: readonly Field[], via: string, found: RawReference[]): void {
  for (const { path, kind } of fields) {
    const name = getNode(node, path);
    if (name === undefined) continue;
    const optional = scalarText(getNode(node, [...path.slice(0, -1), "optional"])) === "true";
    add(found, { node: name, kind, via, ...(optional ? { rest: { optional } } : {}) });
  }
}

/** Before networking.k8s.io/v1 a backend named its Service by `serviceName`; in v1 that field means nothing. */
function readIngress({ node, apiVersion }: Resource, found: RawReference[]): void {
  const backends = [getNode(node, ["spec", "defaultBackend"]), getNode(node, ["spec", "backend"])];
  for (const rule of items(node, ["spec", "rules"])) {
    for (const path of items(rule, ["http", "paths"])) backends.push(getNode(path, ["backend"]));
  }
  for (const backend of backends) {
    const name = getNode(backend, ["service", "name"]);
    const old = getNode(backend, ["serviceName"]);
    const ports = getNode(backend, ["service", "port"]);
    const port = scalarText(
      getNode(ports, ["number"]) ?? getNode(ports, ["name"]) ?? getNode(backend, ["servicePort"]),
    );
    add(found, {
      node: name ?? old,
      kind: "Service",
      via: name === undefined && apiVersion === "networking.k8s.io/v1" ? "backend.serviceName" : "backend",
      ...(port === undefined ? {} : { rest: { port } }),
    });
  }
}

function readTarget(node: YamlNode, found: RawReference[], key: string): void {
  const target = getNode(node, ["spec", key]);
  const kind = scalarText(getNode(target, ["kind"])) ?? "Deployment";
  add(found, { node: getNode(target, ["name"]), kind, via: `spec.${key}` });
}

function readBinding(node: YamlNode, found: RawReference[]): void {
  const role = getNode(node, ["roleRef"]);
  add(found, {
    node: getNode(role, ["name"]),
    kind: scalarText(getNode(role, ["kind"])) ?? "",
    via: "roleRef",
  });
  for (const subject of items(node, ["subjects"])) {
    const namespace = scalarText(getNode(subject, ["namespace"]));
    add(found, {
      node: getNode(subject, ["name"]),
      kind: scalarText(getNode(subject, ["kind"])) ?? "",
      via: "subjects",
      ...(namespace === undefined ? {} : { rest: { namespace } }),
    });
  }
}
