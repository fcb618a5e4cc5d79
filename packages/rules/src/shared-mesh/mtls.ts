import type { Inventory, ResourceRecord } from "@plimsoll/core";
import { namespacePolicies } from "./scope.ts";

const KIND = "PeerAuthentication";

/** Whether mutual TLS is demanded of all pods of a namespace: by its own policy, else by that of the mesh. */
export function isStrict(inventory: Inventory, namespace: string, root: string): boolean {
  const own = verdictOf(namespacePolicies(inventory, KIND, namespace));
  if (own !== undefined) return own;
  return namespace !== root && verdictOf(namespacePolicies(inventory, KIND, root)) === true;
}

/** What policies of one scope say together: undefined where none states a mode, so that the wider scope holds. */
function verdictOf(policies: readonly ResourceRecord[]): boolean | undefined {
  const modes = policies.flatMap(({ facts = [] }) => facts.filter((fact) => fact.startsWith("mtls:")));
  const stated = modes.filter((mode) => mode !== "mtls:UNSET");
  return stated.length === 0 ? undefined : stated.every((mode) => mode === "mtls:STRICT");
}
