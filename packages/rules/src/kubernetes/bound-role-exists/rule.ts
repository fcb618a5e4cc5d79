import { defineRule, type WorkspaceProblem, type WorkspaceRule, type Inventory } from "@plimsoll/core";
import { isBuiltInRole } from "../../shared-rbac/grants.ts";
import { hasGenerators, judgeAbsent } from "../../shared-workspace/absent.ts";

export const rule: WorkspaceRule = defineRule({
  id: "kubernetes/bound-role-exists",
  title: "The role of a binding exists",
  severity: "warning",
  confidence: "medium",
  surface: "kubernetes",
  catalogue: ["KM027"],
  aliases: ["kubescape:C-0299"],
  since: "0.1.0",
  reads: { kinds: ["Role", "ClusterRole", "RoleBinding", "ClusterRoleBinding", "Kustomization"] },
  judge,
});

function* judge(inventory: Inventory): Iterable<WorkspaceProblem> {
  yield* judgeAbsent(inventory, {
    kind: "Role",
    via: ["roleRef"],
    always: !hasGenerators(inventory),
    ignore: (name) => isBuiltInRole(name) || name === "extension-apiserver-authentication-reader",
    words: "binds to role",
  });
  yield* judgeAbsent(inventory, {
    kind: "ClusterRole",
    via: ["roleRef"],
    anyNamespace: true,
    ignore: isBuiltInRole,
    words: "binds to cluster role",
  });
}
