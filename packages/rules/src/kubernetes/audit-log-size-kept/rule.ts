import { defineRule, type ResourceRule } from "@plimsoll/core";
import { checkFlags, type FlagData } from "../../shared-control-plane/check-flags.ts";
import { atLeast } from "../../shared-control-plane/flag-conditions.ts";

export const rule: ResourceRule<FlagData> = defineRule({
  id: "kubernetes/audit-log-size-kept",
  title: "Audit logs grow to 100 MB before they are turned over",
  severity: "warning",
  confidence: "high",
  surface: "kubernetes",
  catalogue: [],
  requirements: ["K8S-RD-1.2-ALIGNMENT", "T7-COMPLIANCE"],
  controls: ["k8s-stig:V-242462", "cis-k8s:1.2.19", "nist-800-53r5:au-4"],
  aliases: [
    "checkov:CKV_K8S_94",
    "trivy:KCV-0022",
    "kubescape:C-0133",
    "kics:audit_log_maxsize_not_properly_set",
  ],
  since: "0.1.0",
  onlyIn: ["control-plane"],
  ...checkFlags([
    {
      components: ["kube-apiserver"],
      flags: ["audit-log-maxsize"],
      holds: atLeast(100),
      does: "does not keep audit logs long enough",
      isNeeded: true,
      because: (value) => `is "${value}", where at least 100 megabytes are asked for`,
      fix: () => "100",
    },
  ]),
});
