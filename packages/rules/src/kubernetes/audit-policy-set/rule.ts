import { defineRule, type ResourceRule } from "@plimsoll/core";
import { checkFlags, type FlagData } from "../../shared-control-plane/check-flags.ts";
import { isAbsolute, pathReason } from "../../shared-control-plane/flag-conditions.ts";

export const rule: ResourceRule<FlagData> = defineRule({
  id: "kubernetes/audit-policy-set",
  title: "The API server has an audit policy",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: [],
  requirements: ["K8S-RD-1.2-ALIGNMENT", "T7-COMPLIANCE"],
  controls: ["k8s-stig:V-242401", "k8s-stig:V-242403", "cis-k8s:3.2.1", "nist-800-53r5:au-12"],
  aliases: ["kubescape:C-0160", "kics:audit_policy_file_not_defined"],
  since: "0.1.0",
  onlyIn: ["control-plane"],
  ...checkFlags([
    {
      components: ["kube-apiserver"],
      flags: ["audit-policy-file"],
      holds: isAbsolute,
      does: "records nothing, for want of an audit policy",
      isNeeded: true,
      because: pathReason,
    },
  ]),
});
