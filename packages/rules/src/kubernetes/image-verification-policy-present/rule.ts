import { defineRule, type Inventory, type WorkspaceProblem, type WorkspaceRule } from "@plimsoll/core";

export const rule: WorkspaceRule = defineRule({
  id: "kubernetes/image-verification-policy-present",
  title: "A policy verifies the signatures of images",
  severity: "error",
  confidence: "low",
  surface: "kubernetes",
  catalogue: ["KM039"],
  aliases: ["kubescape:C-0236", "kubescape:C-0237"],
  since: "0.1.0",
  judge,
});

/** Kinds that show that the workspace is where admission policies are kept. */
const POLICY_KINDS = [
  "ClusterPolicy",
  "ValidatingPolicy",
  "ValidatingAdmissionPolicy",
  "ConstraintTemplate",
  "ClusterAdmissionPolicy",
];

function* judge(inventory: Inventory): Iterable<WorkspaceProblem> {
  const index = inventory.resources.findIndex(({ kind }) => POLICY_KINDS.includes(kind));
  const first = inventory.resources[index];
  if (first === undefined) return;
  if (inventory.resources.some(({ facts }) => facts?.includes("verifies-images") === true)) return;
  yield {
    problem: "missing",
    resource: index,
    message: `No policy of the workspace verifies signatures of images, though it holds admission policies such as ${first.kind} "${first.name}".`,
  };
}
