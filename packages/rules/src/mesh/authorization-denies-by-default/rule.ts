import { defineRule, type Inventory, type WorkspaceProblem, type WorkspaceRule } from "@plimsoll/core";
import { companionFix } from "../../shared-workspace/companion.ts";
import {
  exemptNamespacesOption,
  heldNamespaces,
  isEnrolled,
  isExempt,
  namespacePolicies,
  rootNamespaceOf,
  rootNamespaceOption,
  type HeldNamespace,
} from "../../shared-mesh/scope.ts";

export const rule: WorkspaceRule = defineRule({
  id: "mesh/authorization-denies-by-default",
  title: "The mesh refuses requests that no policy allows",
  severity: "error",
  confidence: "medium",
  surface: "mesh",
  catalogue: ["MS005"],
  aliases: [],
  since: "0.2.0",
  reads: { kinds: ["Namespace", "AuthorizationPolicy"] },
  options: { rootNamespace: rootNamespaceOption, exemptNamespaces: exemptNamespacesOption },
  *judge(inventory, { options }) {
    if (deniesByDefault(inventory, rootNamespaceOf(options))) return;
    for (const held of heldNamespaces(inventory)) {
      const { record, facts } = held;
      if (!isEnrolled(facts) || facts.has("mesh:other") || isExempt(options, record.name)) continue;
      if (facts.has("denies-by-default") || deniesByDefault(inventory, record.name)) continue;
      yield problemOf(held);
    }
  },
});

function deniesByDefault(inventory: Inventory, namespace: string): boolean {
  return namespacePolicies(inventory, "AuthorizationPolicy", namespace).some(
    ({ facts }) => facts?.includes("denies-by-default") === true,
  );
}

function problemOf({ index, record, facts }: HeldNamespace): WorkspaceProblem {
  if (facts.has("mesh:linkerd")) {
    return {
      problem: "linkerdAllows",
      resource: index,
      message: `Namespace "${record.name}" lets Linkerd take any request: set config.linkerd.io/default-inbound-policy to deny.`,
    };
  }
  return {
    problem: "missing",
    resource: index,
    message: `Namespace "${record.name}" has no AuthorizationPolicy that allows nothing by default: any workload may call any other.`,
    fixes: companionFix(record, "Add a policy that allows nothing", {
      apiVersion: "security.istio.io/v1",
      kind: "AuthorizationPolicy",
      metadata: { name: "allow-nothing", namespace: record.name },
      spec: {},
    }),
  };
}
