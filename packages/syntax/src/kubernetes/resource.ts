import type { PlacedDocument, YamlMap, YamlNode } from "../yaml/nodes.ts";
import { asMap, asSequence, getNode, scalarText } from "../yaml/read.ts";

/** A Kubernetes object inside a document, with the names that identify it. */
export interface ResourceNode {
  readonly apiVersion: string;
  /** Empty for the core group. */
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  /** `metadata.name`, or `metadata.generateName` with a `*`, or empty. */
  readonly name: string;
  readonly namespace: string | undefined;
  readonly node: YamlMap;
  readonly document: PlacedDocument;
}

const MAXIMUM_ITEMS = 100_000;

/**
 * The Kubernetes objects of a document: the document itself where it has `apiVersion` and `kind`, or the items of a `List`.
 * Empty for anything else.
 */
export function readResources(document: PlacedDocument): readonly ResourceNode[] {
  const root = asMap(document.document.root);
  if (root === undefined) return [];
  const self = identify(root, document);
  if (self === undefined) return [];
  if (!self.kind.endsWith("List")) return [self];
  const items = asSequence(getNode(root, ["items"]));
  if (items === undefined) return [self];
  const resources: ResourceNode[] = [];
  for (const item of items.items.slice(0, MAXIMUM_ITEMS)) {
    const node = asMap(item);
    const resource = node === undefined ? undefined : (identify(node, document) ?? typedItem(node, self));
    if (resource !== undefined) resources.push(resource);
  }
  return resources;
}

function identify(node: YamlMap, document: PlacedDocument): ResourceNode | undefined {
  const apiVersion = text(node, ["apiVersion"]);
  const kind = text(node, ["kind"]);
  if (apiVersion === undefined || kind === undefined || apiVersion === "" || kind === "") return undefined;
  return describe(node, document, { apiVersion, kind });
}

/** Items of a typed list such as `PodList` may leave out their own type. */
function typedItem(node: YamlMap, list: ResourceNode): ResourceNode | undefined {
  const kind = list.kind.slice(0, -"List".length);
  return kind === "" ? undefined : describe(node, list.document, { apiVersion: list.apiVersion, kind });
}

function describe(
  node: YamlMap,
  document: PlacedDocument,
  type: { readonly apiVersion: string; readonly kind: string },
): ResourceNode {
  const slash = type.apiVersion.indexOf("/");
  const generated = text(node, ["metadata", "generateName"]);
  return {
    ...type,
    group: slash < 0 ? "" : type.apiVersion.slice(0, slash),
    version: type.apiVersion.slice(slash + 1),
    name: text(node, ["metadata", "name"]) ?? (generated === undefined ? "" : `${generated}*`),
    namespace: text(node, ["metadata", "namespace"]),
    node,
    document,
  };
}

function text(node: YamlNode, path: readonly string[]): string | undefined {
  return scalarText(getNode(node, path));
}
