import {
  defineRule,
  type Inventory,
  type Referrer,
  type WorkspaceProblem,
  type WorkspaceRule,
} from "@plimsoll/core";
import { isOwnBinding } from "../../shared-rbac/grants.ts";

/** Checks of other tools that look at bindings in the whole cluster, in one namespace, and at both. */
const OF_CLUSTER = [
  "kube-linter:cluster-admin-role-binding",
  "kubescape:C-0185",
  "kubescape:C-0267",
  "kubescape:C-0272",
  "polaris:clusterrolebindingClusterAdmin",
  "kics:cluster_admin_role_binding_with_super_user_permissions",
];
const OF_NAMESPACE = ["polaris:rolebindingClusterAdminClusterRole", "polaris:rolebindingClusterAdminRole"];
const OF_BOTH = ["trivy:KSV-0111", "kubescape:C-0035"];

export const rule: WorkspaceRule = defineRule({
  id: "kubernetes/cluster-admin-not-bound",
  title: "Nobody is bound to cluster-admin or a role like it",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM026"],
  aliases: [...OF_CLUSTER, ...OF_NAMESPACE, ...OF_BOTH],
  narrows: true,
  since: "0.1.0",
  reads: { kinds: ["Role", "ClusterRole", "RoleBinding", "ClusterRoleBinding"] },
  judge,
});

function* judge(inventory: Inventory): Iterable<WorkspaceProblem> {
  for (const [index, record] of inventory.resources.entries()) {
    if (!isOwnBinding(record.name)) continue;
    for (const reference of record.references ?? []) {
      if (reference.via !== "roleRef") continue;
      const problem = problemOf(inventory, { index, record, reference });
      if (problem === undefined) continue;
      const what = WORDS[problem](reference.name);
      yield {
        problem,
        resource: index,
        aliases: STANDS_FOR[problem],
        at: reference.range,
        subject: "roleRef",
        message: `${record.kind} "${record.name}" binds to ${what}.`,
      };
    }
  }
}

type BindingProblem =
  | "clusterAdmin"
  | "adminOfNamespace"
  | "everyNamespace"
  | "everything"
  | "everythingInNamespace";

const STANDS_FOR: Readonly<Record<BindingProblem, readonly string[]>> = {
  clusterAdmin: [...OF_CLUSTER, ...OF_BOTH],
  adminOfNamespace: [...OF_NAMESPACE, ...OF_BOTH],
  everyNamespace: OF_BOTH,
  everything: [...OF_CLUSTER, ...OF_BOTH],
  everythingInNamespace: [...OF_NAMESPACE, ...OF_BOTH],
};

/** What a binding binds to, in words. */
const WORDS: Readonly<Record<BindingProblem, (role: string) => string>> = {
  clusterAdmin: () => "cluster-admin",
  adminOfNamespace: () => "cluster-admin for all of its namespace",
  everyNamespace: (role) => `"${role}" in every namespace, Secrets and what runs in kube-system included`,
  everything: (role) => `"${role}", which grants everything`,
  everythingInNamespace: (role) => `"${role}", which grants everything in its namespace`,
};

/** Roles that Kubernetes brings for the team of one namespace: bound in all of them, they own the cluster. */
const OF_ONE_NAMESPACE = new Set(["admin", "edit"]);

/** A Role grants everything only inside its namespace, which is an administrator of it all the same. */
function problemOf(inventory: Inventory, { record, reference }: Referrer): BindingProblem | undefined {
  const isOfCluster = record.kind === "ClusterRoleBinding";
  if (reference.kind === "ClusterRole") {
    if (reference.name === "cluster-admin") return isOfCluster ? "clusterAdmin" : "adminOfNamespace";
    if (isOfCluster && OF_ONE_NAMESPACE.has(reference.name)) return "everyNamespace";
  }
  const roles = inventory
    .named(reference.kind, reference.name)
    .filter(
      ({ namespace }) => reference.kind === "ClusterRole" || (namespace ?? "") === (record.namespace ?? ""),
    );
  if (!roles.some(({ facts }) => facts?.includes("grants-everything") === true)) return undefined;
  return isOfCluster ? "everything" : "everythingInNamespace";
}
