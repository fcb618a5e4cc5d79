import { defineRule, type ResourceRule } from "@plimsoll/core";
import { checkFlags, type FlagData } from "../../shared-control-plane/check-flags.ts";
import { hasNoAuditWebhook } from "../../shared-control-plane/flag-conditions.ts";
import { isGiven } from "../../shared-control-plane/flag-values.ts";

export const rule: ResourceRule<FlagData> = defineRule({
  id: "kubernetes/audit-log-path-set",
  title: "The API server writes an audit log",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: [],
  requirements: ["K8S-RD-1.2-ALIGNMENT", "T7-COMPLIANCE"],
  controls: [
    "k8s-stig:V-242402",
    "k8s-stig:V-242461",
    "k8s-stig:V-242465",
    "cis-k8s:1.2.16",
    "nist-800-53r5:au-12",
  ],
  aliases: [
    "checkov:CKV_K8S_91",
    "trivy:KCV-0019",
    "kubescape:C-0067",
    "kubescape:C-0130",
    "kics:audit_log_path_not_set",
  ],
  since: "0.1.0",
  onlyIn: ["control-plane"],
  ...checkFlags([
    {
      components: ["kube-apiserver"],
      flags: ["audit-log-path"],
      holds: isGiven,
      does: "writes no audit log",
      isNeeded: true,
      appliesTo: hasNoAuditWebhook,
    },
  ]),
});
