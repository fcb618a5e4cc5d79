import {
  defineRule,
  type Inventory,
  type Referrer,
  type WorkspaceProblem,
  type WorkspaceRule,
} from "@plimsoll/core";
import { isOwnBinding } from "../../shared-rbac/grants.ts";

export const rule: WorkspaceRule = defineRule({
  id: "kubernetes/cluster-admin-not-bound",
  title: "Nobody is bound to cluster-admin or a role like it",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM026"],
  aliases: [
    "trivy:KSV-0111",
    "kube-linter:cluster-admin-role-binding",
    "kubescape:C-0035",
    "kubescape:C-0185",
    "kubescape:C-0267",
    "kubescape:C-0272",
    "polaris:clusterrolebindingClusterAdmin",
    "polaris:rolebindingClusterAdminClusterRole",
    "polaris:rolebindingClusterAdminRole",
    "kics:cluster_admin_role_binding_with_super_user_permissions",
  ],
  since: "0.1.0",
  judge,
});

function* judge(inventory: Inventory): Iterable<WorkspaceProblem> {
  for (const [index, record] of inventory.resources.entries()) {
    if (!isOwnBinding(record.name)) continue;
    for (const reference of record.references ?? []) {
      if (reference.via !== "roleRef") continue;
      const problem = problemOf(inventory, { index, record, reference });
      if (problem === undefined) continue;
      const what =
        problem === "clusterAdmin" ? "cluster-admin" : `"${reference.name}", which grants everything`;
      yield {
        problem,
        resource: index,
        at: reference.range,
        subject: "roleRef",
        message: `${record.kind} "${record.name}" binds to ${what}.`,
      };
    }
  }
}

/** A Role grants everything only inside its namespace, which is an administrator of it all the same. */
function problemOf(
  inventory: Inventory,
  { record, reference }: Referrer,
): "clusterAdmin" | "everything" | undefined {
  if (reference.kind === "ClusterRole" && reference.name === "cluster-admin") return "clusterAdmin";
  const roles = inventory
    .named(reference.kind, reference.name)
    .filter(
      ({ namespace }) => reference.kind === "ClusterRole" || (namespace ?? "") === (record.namespace ?? ""),
    );
  return roles.some(({ facts }) => facts?.includes("grants-everything") === true) ? "everything" : undefined;
}
