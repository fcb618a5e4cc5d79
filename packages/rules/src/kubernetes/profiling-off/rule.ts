import { defineRule, type ResourceRule } from "@plimsoll/core";
import { checkFlags, type FlagData } from "../../shared-control-plane/check-flags.ts";
import { isOff } from "../../shared-control-plane/flag-values.ts";

export const rule: ResourceRule<FlagData> = defineRule({
  id: "kubernetes/profiling-off",
  title: "Profiling of the control plane is off",
  severity: "warning",
  confidence: "high",
  surface: "kubernetes",
  catalogue: [],
  requirements: ["K8S-RD-1.2-ALIGNMENT", "T7-COMPLIANCE"],
  controls: ["k8s-stig:V-242409", "cis-k8s:1.2.15", "cis-k8s:1.3.2", "cis-k8s:1.4.1", "nist-800-53r5:cm-7"],
  aliases: [
    "checkov:CKV_K8S_90",
    "checkov:CKV_K8S_107",
    "checkov:CKV_K8S_114",
    "trivy:KCV-0018",
    "trivy:KCV-0034",
    "trivy:KCV-0040",
    "kubescape:C-0129",
    "kubescape:C-0145",
    "kubescape:C-0151",
    "kics:profiling_not_set_to_false",
  ],
  since: "0.1.0",
  onlyIn: ["control-plane"],
  ...checkFlags([
    {
      components: ["kube-apiserver", "kube-controller-manager", "kube-scheduler", "kube-proxy"],
      flags: ["profiling"],
      holds: isOff,
      does: "offers its profile to whoever may read its web pages",
      fix: () => "false",
      safety: "safe",
    },
  ]),
});
