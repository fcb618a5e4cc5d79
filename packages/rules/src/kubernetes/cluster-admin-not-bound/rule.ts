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
      const what = describe(problem, reference.name);
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

type BindingProblem = "clusterAdmin" | "everyNamespace" | "everything";

function describe(problem: BindingProblem, name: string): string {
  if (problem === "clusterAdmin") return "cluster-admin";
  return problem === "everything"
    ? `"${name}", which grants everything`
    : `"${name}" in every namespace, Secrets and what runs in kube-system included`;
}

/** Roles that Kubernetes brings for the team of one namespace: bound in all of them, they own the cluster. */
const OF_ONE_NAMESPACE = new Set(["admin", "edit"]);

/** A Role grants everything only inside its namespace, which is an administrator of it all the same. */
function problemOf(inventory: Inventory, { record, reference }: Referrer): BindingProblem | undefined {
  if (reference.kind === "ClusterRole" && reference.name === "cluster-admin") return "clusterAdmin";
  if (
    record.kind === "ClusterRoleBinding" &&
    reference.kind === "ClusterRole" &&
    OF_ONE_NAMESPACE.has(reference.name)
  )
    return "everyNamespace";
  const roles = inventory
    .named(reference.kind, reference.name)
    .filter(
      ({ namespace }) => reference.kind === "ClusterRole" || (namespace ?? "") === (record.namespace ?? ""),
    );
  return roles.some(({ facts }) => facts?.includes("grants-everything") === true) ? "everything" : undefined;
}
