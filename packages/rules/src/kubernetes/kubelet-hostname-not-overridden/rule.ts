import { defineRule, type ResourceRule } from "@plimsoll/core";
import { checkFlags, type FlagData } from "../../shared-control-plane/check-flags.ts";
import { never } from "../../shared-control-plane/flag-conditions.ts";

export const rule: ResourceRule<FlagData> = defineRule({
  id: "kubernetes/kubelet-hostname-not-overridden",
  title: "Nodes keep the names of their machines",
  severity: "info",
  confidence: "high",
  surface: "kubernetes",
  catalogue: [],
  requirements: ["K8S-RD-1.2-ALIGNMENT", "T7-COMPLIANCE"],
  controls: ["k8s-stig:V-242404", "cis-k8s:4.2.7", "nist-800-53r5:cm-5(6)"],
  aliases: [
    "checkov:CKV_K8S_146",
    "trivy:KCV-0086",
    "kubescape:C-0179",
    "kics:kubelet_hostname_override_is_set",
  ],
  since: "0.1.0",
  onlyIn: ["control-plane"],
  ...checkFlags([
    {
      components: ["kubelet"],
      flags: ["hostname-override"],
      holds: never,
      does: "goes by another name than its machine",
      dropsFlag: true,
      onlyWritten: true,
    },
  ]),
});
