import { defineRule, setInPart, type CelRule, type Part, type ProposedFix } from "@plimsoll/core";
import { getNode, scalarText, toValue } from "@plimsoll/syntax";
import { HELD_TO_LINUX_RULES } from "../../shared-pods/conditions.ts";

export const rule: CelRule = defineRule({
  id: "kubernetes/no-privilege-escalation",
  title: "Containers cannot gain more privileges than they started with",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM005"],
  aliases: [
    "psa:allowPrivilegeEscalation",
    "trivy:KSV-0001",
    "checkov:CKV_K8S_20",
    "kube-linter:privilege-escalation-container",
    "kubescape:C-0016",
    "polaris:privilegeEscalationAllowed",
    "kics:privilege_escalation_allowed",
  ],
  since: "0.1.0",
  each: "containers",
  when: `kubernetesMinor >= 8 && ${HELD_TO_LINUX_RULES}`,
  require: "container.?securityContext.?allowPrivilegeEscalation.orValue(true) == false",
  problem: "escalationAllowed",
  at: ["securityContext.allowPrivilegeEscalation"],
  message: 'Container "{name}" may gain privileges while it runs: allowPrivilegeEscalation is not false.',
  fix: forbidEscalation,
});

/** The API server refuses `false` beside `privileged: true` and beside the capability CAP_SYS_ADMIN: those come first. */
function forbidEscalation(part: Part): readonly ProposedFix[] {
  if (scalarText(getNode(part.node, ["securityContext", "privileged"])) === "true") return [];
  const added = getNode(part.node, ["securityContext", "capabilities", "add"]);
  const names = added === undefined ? undefined : toValue(added);
  if (Array.isArray(names) && names.includes("CAP_SYS_ADMIN")) return [];
  const edits = setInPart(part, "securityContext.allowPrivilegeEscalation", false);
  return [{ title: "Set allowPrivilegeEscalation to false", safety: "review", edits }];
}
