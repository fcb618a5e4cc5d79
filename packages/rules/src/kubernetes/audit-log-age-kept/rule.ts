import { defineRule, type ResourceRule } from "@plimsoll/core";
import { checkFlags, type FlagData } from "../../shared-control-plane/check-flags.ts";
import { atLeast } from "../../shared-control-plane/flag-conditions.ts";

export const rule: ResourceRule<FlagData> = defineRule({
  id: "kubernetes/audit-log-age-kept",
  title: "Audit logs are kept for 30 days",
  severity: "warning",
  confidence: "high",
  surface: "kubernetes",
  catalogue: [],
  requirements: ["K8S-RD-1.2-ALIGNMENT", "T7-COMPLIANCE"],
  controls: ["k8s-stig:V-242464", "cis-k8s:1.2.17", "nist-800-53r5:au-11"],
  aliases: [
    "checkov:CKV_K8S_92",
    "trivy:KCV-0020",
    "kubescape:C-0131",
    "kics:audit_log_maxage_not_properly_set",
  ],
  since: "0.1.0",
  onlyIn: ["control-plane"],
  ...checkFlags([
    {
      components: ["kube-apiserver"],
      flags: ["audit-log-maxage"],
      holds: atLeast(30),
      does: "does not keep audit logs long enough",
      isNeeded: true,
      because: (value) => `is "${value}", where at least 30 days are asked for`,
      fix: () => "30",
    },
  ]),
});
