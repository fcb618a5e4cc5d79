import { defineRule, type ResourceRule } from "@plimsoll/core";
import { checkFlags, type FlagData } from "../../shared-control-plane/check-flags.ts";

export const rule: ResourceRule<FlagData> = defineRule({
  id: "kubernetes/kubelet-read-only-port-off",
  title: "Kubelets open no port without authorization",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: [],
  requirements: ["K8S-RD-1.2-ALIGNMENT", "T7-COMPLIANCE"],
  controls: ["k8s-stig:V-242387", "cis-k8s:4.2.4", "nist-800-53r5:ac-3"],
  aliases: [
    "checkov:CKV_K8S_141",
    "trivy:KCV-0082",
    "kubescape:C-0175",
    "kics:kubelet_read_only_port_is_not_set_to_zero",
  ],
  since: "0.1.0",
  onlyIn: ["control-plane"],
  ...checkFlags([
    {
      components: ["kubelet"],
      flags: ["read-only-port"],
      holds: (value) => value === "0",
      does: "shows its pods to everybody who reaches its read-only port",
      fix: () => "0",
    },
  ]),
});
