import type { Inventory, Referrer, ResourceRecord } from "@plimsoll/core";
import { heldNamespaces, isEnrolled } from "./scope.ts";

/** References of routes to gateways that are not among the declared ones, or where none is declared, not in the workspace. */
export function undeclaredRoutes(inventory: Inventory, declared: readonly string[]): readonly Referrer[] {
  const held = inventory.ofKind("Gateway");
  if (declared.length === 0 && held.length === 0) return [];
  return inventory.referencesTo("Gateway").filter(({ record, reference: { name, namespace } }) => {
    if (name.includes("$")) return false;
    const own = namespace ?? record.namespace ?? "";
    if (declared.length > 0) return !declared.includes(name) && !declared.includes(`${own}/${name}`);
    return !held.some((gateway) => gateway.name === name && isSame(gateway.namespace, own));
  });
}

/** A file that states no namespace gets it elsewhere. */
function isSame(namespace: string | undefined, own: string): boolean {
  return namespace === undefined || own === "" || namespace === own;
}

/** An object with its index in the inventory. */
export interface Held {
  readonly index: number;
  readonly record: ResourceRecord;
}

/** Services of namespaces in the mesh that a load balancer of their own opens to the outside. */
export function bypassingServices(inventory: Inventory): readonly Held[] {
  const enrolled = new Set(
    heldNamespaces(inventory)
      .filter(({ facts }) => isEnrolled(facts))
      .map(({ record }) => record.name),
  );
  const gateways = inventory
    .ofKind("Gateway")
    .flatMap(({ selector }) => (selector === undefined ? [] : [selector]));
  return inventory.resources.flatMap((record, index) =>
    isBalanced(record) && enrolled.has(record.namespace ?? "") && !isOfGateway(record, gateways)
      ? [{ index, record }]
      : [],
  );
}

function isBalanced({ kind, group, settings }: ResourceRecord): boolean {
  return kind === "Service" && group === "" && settings?.["type"] === "LoadBalancer";
}

function isOfGateway(
  { selector = {}, name }: ResourceRecord,
  gateways: readonly Readonly<Record<string, string>>[],
): boolean {
  if (name.includes("gateway") || selector["gateway.networking.k8s.io/gateway-name"] !== undefined)
    return true;
  if (selector["istio"] !== undefined) return true;
  return gateways.some((labels) => {
    const entries = Object.entries(labels);
    return entries.length > 0 && entries.every(([key, value]) => selector[key] === value);
  });
}
