import { asMap, asSequence, getNode, scalarText, type PlacedDocument, type YamlMap } from "@plimsoll/syntax";
import type { FileObjectKind, Resource } from "../rule/rule.ts";
import { objectValue } from "./object-value.ts";

/** An object made of a file that names no kind. */
export type FileObject = Resource & { readonly kind: FileObjectKind };

/**
 * A file that has no `apiVersion` and `kind` but is read by a part of the cluster all the same, as an object that rules can look
 * at. Undefined for anything else.
 */
export function fileObject(placed: PlacedDocument, path: string): FileObject | undefined {
  const node = asMap(placed.document.root);
  if (node === undefined) return undefined;
  const kind = kindOf(node, path);
  if (kind === undefined) return undefined;
  const name = path.slice(path.lastIndexOf("/") + 1);
  return {
    apiVersion: "",
    group: "",
    version: "",
    kind,
    name,
    node,
    value: objectValue(node),
    document: placed,
  };
}

function kindOf(node: YamlMap, path: string): FileObjectKind | undefined {
  if (isRancherPath(path.split("/"))) return "RancherConfiguration";
  return isNetworkPluginList(node) ? "NetworkPluginConfiguration" : undefined;
}

/** `rancher/rke2/config.yaml` or `rancher/k3s/config.yaml.d/NAME.yaml`, below any folder. */
function isRancherPath(steps: readonly string[]): boolean {
  const isFolder = steps.at(-2) === "config.yaml.d";
  const [vendor, product] = isFolder ? steps.slice(-4, -2) : steps.slice(-3, -1);
  const isNamed = isFolder ? steps.at(-1)?.endsWith(".yaml") === true : steps.at(-1) === "config.yaml";
  return vendor === "rancher" && (product === "rke2" || product === "k3s") && isNamed;
}

function isNetworkPluginList(node: YamlMap): boolean {
  const plugins = asSequence(getNode(node, ["plugins"]))?.items ?? [];
  const hasVersion = scalarText(getNode(node, ["cniVersion"])) !== undefined;
  return hasVersion && plugins.some((plugin) => scalarText(getNode(plugin, ["type"])) !== undefined);
}
