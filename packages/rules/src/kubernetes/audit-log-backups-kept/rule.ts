import { defineRule, type ResourceRule } from "@plimsoll/core";
import { checkFlags, type FlagData } from "../../shared-control-plane/check-flags.ts";
import { atLeast } from "../../shared-control-plane/flag-conditions.ts";

export const rule: ResourceRule<FlagData> = defineRule({
  id: "kubernetes/audit-log-backups-kept",
  title: "Ten old audit logs are kept",
  severity: "warning",
  confidence: "high",
  surface: "kubernetes",
  catalogue: [],
  requirements: ["K8S-RD-1.2-ALIGNMENT", "T7-COMPLIANCE"],
  controls: ["k8s-stig:V-242463", "cis-k8s:1.2.18", "nist-800-53r5:au-11"],
  aliases: [
    "checkov:CKV_K8S_93",
    "trivy:KCV-0021",
    "kubescape:C-0132",
    "kics:audit_log_maxbackup_not_properly_set",
  ],
  since: "0.1.0",
  onlyIn: ["control-plane"],
  ...checkFlags([
    {
      components: ["kube-apiserver"],
      flags: ["audit-log-maxbackup"],
      holds: atLeast(10),
      does: "does not keep audit logs long enough",
      isNeeded: true,
      because: (value) => `is "${value}", where at least 10 files are asked for`,
      fix: () => "10",
    },
  ]),
});
