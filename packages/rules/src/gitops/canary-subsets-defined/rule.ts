import { defineRule, type Inventory, type WorkspaceProblem, type WorkspaceRule } from "@plimsoll/core";
import { hostsOf } from "../../shared-mesh/host-index.ts";
import { serviceOfHost } from "../../shared-mesh/hosts.ts";

export const rule: WorkspaceRule = defineRule({
  id: "gitops/canary-subsets-defined",
  title: "Subsets that a route sends to are defined",
  severity: "warning",
  confidence: "medium",
  surface: "gitops",
  catalogue: ["GO011"],
  aliases: [],
  since: "0.2.0",
  reads: { kinds: ["VirtualService", "DestinationRule"] },
  judge,
});

/** Asked where the workspace has a DestinationRule for the same host: others may be kept elsewhere. */
function* judge(inventory: Inventory): Iterable<WorkspaceProblem> {
  const subsets = subsetsByHost(inventory);
  for (const { index, record, reference } of inventory.referencesTo("Subset")) {
    const slash = reference.name.lastIndexOf("/");
    const host = reference.name.slice(0, slash);
    const name = reference.name.slice(slash + 1);
    const known = subsets.get(keyOf(host, record.namespace));
    if (known === undefined || known.has(name)) continue;
    yield {
      problem: "undefined",
      resource: index,
      at: reference.range,
      subject: reference.name,
      message: `VirtualService "${record.name}" sends to subset "${name}" of "${host}", which no DestinationRule of the workspace defines.`,
    };
  }
}

function subsetsByHost(inventory: Inventory): ReadonlyMap<string, ReadonlySet<string>> {
  const subsets = new Map<string, Set<string>>();
  for (const record of inventory.ofKind("DestinationRule")) {
    for (const host of hostsOf(record)) {
      const key = keyOf(host, record.namespace);
      const known = subsets.get(key) ?? new Set<string>();
      for (const fact of record.facts ?? []) {
        if (fact.startsWith("subset:")) known.add(fact.slice("subset:".length));
      }
      subsets.set(key, known);
    }
  }
  return subsets;
}

/** One key for the short and the full name of a Service. */
function keyOf(host: string, own: string | undefined): string {
  if (host.includes(".") && !host.endsWith(".svc") && !host.endsWith(".local")) return host;
  const { name, namespace } = serviceOfHost(host, own);
  return `${name}.${namespace}`;
}
