import { defineRule, type Problem, type Resource, type ResourceRule } from "@plimsoll/core";
import {
  ingressClasses,
  nodeLabelFor,
  storageProvisioners,
  vendorAnnotationFor,
} from "@plimsoll/model/api-groups";
import {
  asMap,
  getNode,
  podTemplatePath,
  removeAt,
  scalarText,
  type Span,
  type YamlNode,
  type YamlPath,
} from "@plimsoll/syntax";
import { oneFix } from "../../shared-objects/fixes.ts";

interface Data {
  readonly key: string;
  readonly vendor: string;
  readonly instead: string;
  /** What the fix removes. */
  readonly path?: YamlPath;
}

export const rule: ResourceRule<Data> = defineRule<Data>({
  id: "kubernetes/no-vendor-markers",
  title: "Workloads carry no vendor's annotations, classes or node labels",
  severity: "warning",
  confidence: "medium",
  surface: "kubernetes",
  catalogue: ["KM035"],
  aliases: [],
  since: "0.1.0",
  check,
  message: ({ data: { key, vendor, instead } }) =>
    `"${key}" means something only on ${vendor}${instead === "" ? "" : `; portable: ${instead}`}.`,
  fix: ({ data: { path } }, { document, node }) =>
    path === undefined ? [] : oneFix("Remove it here", "review", removeAt(document.document, node, path)),
});

function* check(resource: Resource): Iterable<Problem<Data>> {
  const { node } = resource;
  const template = podTemplatePath(resource.group, resource.kind);
  const isPlain = template !== undefined && !template.includes("*");
  yield* annotations(node, ["metadata", "annotations"]);
  if (isPlain && template.length > 0) yield* annotations(node, [...template, "metadata", "annotations"]);
  if (isPlain) yield* nodeLabels(node, [...template, "spec", "nodeSelector"]);
  if (resource.kind === "StorageClass") yield* provisioner(getNode(node, ["provisioner"]));
  if (resource.kind === "Ingress") {
    yield* ingressClass(getNode(node, ["spec", "ingressClassName"]));
    yield* ingressClass(getNode(node, ["metadata", "annotations", "kubernetes.io/ingress.class"]));
  }
}

function* annotations(node: YamlNode, path: YamlPath): Iterable<Problem<Data>> {
  for (const { key, at } of keysAt(node, path)) {
    const found = vendorAnnotationFor(key);
    if (found === undefined) continue;
    const data = { key, vendor: found.vendor, instead: found.portableAlternative, path: [...path, key] };
    yield { problem: "annotation", at, subject: key, data };
  }
}

function* nodeLabels(node: YamlNode, path: YamlPath): Iterable<Problem<Data>> {
  for (const { key, at } of keysAt(node, path)) {
    const found = nodeLabelFor(key);
    if (found === undefined) continue;
    yield {
      problem: "nodeLabel",
      at,
      subject: key,
      data: { key, vendor: found.vendor, instead: "", path: [...path, key] },
    };
  }
}

function* provisioner(node: YamlNode | undefined): Iterable<Problem<Data>> {
  const key = scalarText(node);
  const found = storageProvisioners().find((one) => one.provisioner === key);
  if (node === undefined || key === undefined || found === undefined) return;
  yield {
    problem: "provisioner",
    at: node,
    subject: "provisioner",
    data: { key, vendor: found.vendor, instead: "" },
  };
}

function* ingressClass(node: YamlNode | undefined): Iterable<Problem<Data>> {
  const key = scalarText(node);
  const found = ingressClasses().find((one) => one.ingressClass === key);
  if (node === undefined || key === undefined || found === undefined) return;
  const instead = "a gateway of the mesh or the Gateway API";
  yield {
    problem: "ingressClass",
    at: node,
    subject: "ingressClass",
    data: { key, vendor: found.vendor, instead },
  };
}

function keysAt(node: YamlNode, path: YamlPath): readonly { readonly key: string; readonly at: Span }[] {
  const entries = asMap(getNode(node, path))?.entries ?? [];
  return entries.flatMap((entry) => {
    const key = scalarText(entry.key);
    return key === undefined ? [] : [{ key, at: entry.key }];
  });
}
