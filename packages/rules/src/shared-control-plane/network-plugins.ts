import {
  asMap,
  asSequence,
  effectiveEntries,
  entryName,
  getNode,
  parseJson,
  scalarText,
  type Span,
  type YamlNode,
} from "@plimsoll/syntax";
import type { Resource } from "@plimsoll/core";
import { textSpan } from "./places.ts";

/** Plugins that give pods a network and enforce no policy. Others enforce them, or leave it to a program that is not seen here. */
const WITHOUT_POLICIES: ReadonlySet<string> = new Set(["flannel"]);

/** A network plugin without policies, and where its name stands. */
export interface PolicylessPlugin {
  readonly type: string;
  readonly at: Span;
}

/** The plugin of a list that leaves policies unenforced: where no other of the list gives pods their network. */
export function policylessPlugin(configuration: YamlNode | undefined): PolicylessPlugin | undefined {
  const plugins = asSequence(getNode(configuration, ["plugins"]))?.items ?? [];
  const main = getNode(plugins[0], ["type"]) ?? getNode(configuration, ["type"]);
  const type = scalarText(main);
  return main === undefined || type === undefined || !WITHOUT_POLICIES.has(type)
    ? undefined
    : { type, at: main };
}

/** Longer values are no configuration of a network plugin. */
const LONGEST = 100_000;

/** The plugins without policies that a ConfigMap hands to nodes: values that are lists of network plugins in JSON. */
export function* pluginsOfConfigMap({ node, document }: Resource): Iterable<PolicylessPlugin> {
  const data = asMap(getNode(node, ["data"]));
  for (const entry of data === undefined ? [] : effectiveEntries(data)) {
    const { value } = entry;
    const name = entryName(entry);
    const isConfiguration = [".json", ".conf", ".conflist", "cni_network_config"].some((ending) =>
      name.endsWith(ending),
    );
    if (
      !isConfiguration ||
      value.kind !== "scalar" ||
      value.text.length > LONGEST ||
      !value.text.includes('"type"')
    )
      continue;
    const found = policylessPlugin(parseJson(value.text).root);
    if (found === undefined) continue;
    const at = textSpan(document.document, value, `"${found.type}"`) ?? entry.key;
    yield { type: found.type, at };
  }
}
