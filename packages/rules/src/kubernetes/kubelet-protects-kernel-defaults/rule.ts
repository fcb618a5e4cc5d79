import { defineRule, type ResourceRule } from "@plimsoll/core";
import { checkFlags, type FlagData } from "../../shared-control-plane/check-flags.ts";
import { isOn } from "../../shared-control-plane/flag-values.ts";

export const rule: ResourceRule<FlagData> = defineRule({
  id: "kubernetes/kubelet-protects-kernel-defaults",
  title: "Kubelets refuse to change the kernel's settings",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: [],
  requirements: ["K8S-RD-1.2-ALIGNMENT", "T7-COMPLIANCE"],
  controls: ["k8s-stig:V-242434", "nist-800-53r5:sc-3"],
  aliases: [
    "checkov:CKV_K8S_144",
    "trivy:KCV-0083",
    "kubescape:C-0177",
    "kics:kubelet_protect_kernel_defaults_set_to_false",
  ],
  since: "0.1.0",
  onlyIn: ["control-plane"],
  ...checkFlags([
    {
      components: ["kubelet"],
      flags: ["protect-kernel-defaults"],
      holds: isOn,
      does: "changes settings of the kernel that were hardened",
      fix: () => "true",
    },
  ]),
});
