import type { Inventory, ResourceRecord, RuleOption, RuleOptions } from "@plimsoll/core";
import { attached } from "@plimsoll/syntax";
import { list, text } from "../shared-objects/values.ts";

const ROOT = "istio-system";

/** The namespace whose policies hold for the whole mesh. */
export const rootNamespaceOption: RuleOption = {
  description:
    "The namespace of the mesh's control plane: policies in it without a selector hold for the whole mesh.",
  schema: { type: "string", minLength: 1 },
  default: ROOT,
};

/** Value of {@link rootNamespaceOption}. */
export function rootNamespaceOf(options: RuleOptions): string {
  return text(options["rootNamespace"]) ?? ROOT;
}

/** Namespaces of the platform itself, which carry no application. */
export const exemptNamespacesOption: RuleOption = {
  description: "Namespaces of the platform that this is not asked of; a name may end in `*`.",
  schema: { type: "array", items: { type: "string" }, uniqueItems: true },
  default: [
    "kube-*",
    "openshift-*",
    "istio-system",
    "istio-operator",
    "istio-cni",
    "linkerd",
    "linkerd-cni",
    "flux-system",
  ],
};

/** Whether {@link exemptNamespacesOption} names a namespace; a name may end in `*`. */
export function isExempt(options: RuleOptions, namespace: string): boolean {
  return list(options["exemptNamespaces"]).some((entry) => {
    const name = text(entry) ?? "";
    return name.endsWith("*") ? namespace.startsWith(name.slice(0, -1)) : namespace === name;
  });
}

/** How traffic is taken into the mesh. */
export const dataPlaneOption: RuleOption = {
  description:
    "The data plane that the authorizing official accepted: `sidecar` for a proxy in every pod, `ambient` for Istio's proxies on the node, `node-agent` for a mesh of the network plugin that needs no label, `any` where either is accepted.",
  schema: { enum: ["any", "sidecar", "ambient", "node-agent"] },
  default: "sidecar",
};

/** A Namespace that the workspace holds, with its index. */
export interface HeldNamespace {
  readonly index: number;
  readonly record: ResourceRecord;
  readonly facts: ReadonlySet<string>;
}

const HELD = attached<Inventory, ReadonlyMap<string, HeldNamespace>>();

/** The Namespaces of the workspace by name, found once for all rules. */
function namespacesByName(inventory: Inventory): ReadonlyMap<string, HeldNamespace> {
  let held = HELD.get(inventory);
  if (held === undefined) {
    held = findNamespaces(inventory);
    HELD.set(inventory, held);
  }
  return held;
}

function findNamespaces(inventory: Inventory): ReadonlyMap<string, HeldNamespace> {
  const seen = new Map<string, HeldNamespace>();
  for (const [index, record] of inventory.resources.entries()) {
    if (record.kind !== "Namespace" || record.group !== "") continue;
    const known = seen.get(record.name);
    const facts = new Set([...(known?.facts ?? []), ...(record.facts ?? [])]);
    seen.set(record.name, known === undefined ? { index, record, facts } : { ...known, facts });
  }
  return seen;
}

/** The Namespaces of the workspace: of several files that state the same one, the first, with what all of them say. */
export function heldNamespaces(inventory: Inventory): readonly HeldNamespace[] {
  return [...namespacesByName(inventory).values()];
}

/** The Namespace of a name; undefined where the workspace does not hold it. */
export function heldNamespace(inventory: Inventory, name: string | undefined): HeldNamespace | undefined {
  return name === undefined ? undefined : namespacesByName(inventory).get(name);
}

/** The Namespaces that Istio takes care of. */
export function istioNamespaces(inventory: Inventory): readonly HeldNamespace[] {
  return heldNamespaces(inventory).filter(
    ({ facts }) => isEnrolled(facts) && !facts.has("mesh:linkerd") && !facts.has("mesh:other"),
  );
}

/** Whether facts of a Namespace or workload say that it is in the mesh. */
export function isEnrolled(facts: ReadonlySet<string>): boolean {
  return facts.has("mesh:sidecar") || facts.has("mesh:ambient");
}

/** Policies of a kind that hold for a whole namespace. One that names none gets its namespace elsewhere, and may be meant. */
export function namespacePolicies(
  inventory: Inventory,
  kind: string,
  namespace: string,
): readonly ResourceRecord[] {
  const stated = inventory.ofKind(kind, namespace);
  const unstated = inventory.ofKind(kind, "").filter((record) => record.namespace === undefined);
  return [...stated, ...unstated].filter(
    ({ group, facts = [] }) => group.endsWith(".istio.io") && !facts.includes("workload-scope"),
  );
}
