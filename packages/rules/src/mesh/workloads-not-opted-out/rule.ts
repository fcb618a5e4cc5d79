import {
  defineRule,
  podsOf,
  type Candidate,
  type Inventory,
  type Problem,
  type Resource,
  type ResourceRule,
} from "@plimsoll/core";
import { at } from "../../shared-objects/values.ts";
import { flawAt, mend, say, without, type Flaw } from "../../shared-flaws/flaw.ts";
import { podMetadataEntries } from "../../shared-mesh/pod-metadata.ts";
import { heldNamespace, isEnrolled } from "../../shared-mesh/scope.ts";
import { WORKLOADS } from "../../shared-objects/kinds.ts";

export const rule: ResourceRule<Flaw> = defineRule<Flaw>({
  id: "mesh/workloads-not-opted-out",
  title: "Pods do not leave the mesh of their namespace",
  severity: "error",
  confidence: "high",
  surface: "mesh",
  catalogue: ["MS002"],
  aliases: [],
  since: "0.2.0",
  kinds: WORKLOADS,
  check,
  message: say({
    optedOut: ({ kind, name, value }) =>
      `${kind} "${name}" leaves the mesh by "${value}": its traffic is neither encrypted nor authorized.`,
    hostNetwork: ({ kind, name }) =>
      `${kind} "${name}" runs in the node's network, which its namespace's mesh does not take in.`,
  }),
  fix: mend,
  settle,
});

const OUT: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["sidecar.istio.io/inject", new Set(["false"])],
  ["istio.io/dataplane-mode", new Set(["none"])],
  ["linkerd.io/inject", new Set(["disabled"])],
]);

function* check(resource: Resource): Iterable<Problem<Flaw>> {
  for (const { key, value, path } of podMetadataEntries(resource)) {
    if (OUT.get(key)?.has(value) !== true) continue;
    yield flawAt(resource, "optedOut", path, {
      value: `${key}: ${value}`,
      repair: without(path, `Remove ${key}`),
    });
  }
  for (const { path } of podsOf(resource)) {
    if (at(resource.value, ...path.map(String), "hostNetwork") === true)
      yield flawAt(resource, "hostNetwork", [...path, "hostNetwork"]);
  }
}

/** Pods in the node's network are told of only where their namespace is known to be in the mesh. */
function settle({ problem, resource }: Candidate, inventory: Inventory): boolean {
  if (problem !== "hostNetwork" || resource === undefined) return true;
  const held = heldNamespace(inventory, resource.namespace);
  return held !== undefined && isEnrolled(held.facts);
}
