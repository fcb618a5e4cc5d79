import { defineRule, type ResourceRule } from "@plimsoll/core";
import { checkFlags, type FlagData } from "../../shared-control-plane/check-flags.ts";
import { isOn } from "../../shared-control-plane/flag-values.ts";
import { unlessKubeadmFillsIn } from "../../shared-control-plane/kubeadm-fills.ts";

export const rule: ResourceRule<FlagData> = defineRule({
  id: "kubernetes/kubelet-certificates-rotate",
  title: "Kubelets renew their client certificates",
  severity: "warning",
  confidence: "high",
  surface: "kubernetes",
  catalogue: [],
  requirements: ["K8S-RD-1.2-ALIGNMENT", "T7-COMPLIANCE"],
  controls: ["cis-k8s:4.2.10", "nist-800-53r5:ia-5(2)"],
  aliases: [
    "checkov:CKV_K8S_149",
    "trivy:KCV-0090",
    "kubescape:C-0182",
    "kics:kubelet_client_periodic_certificate_switch_disabled",
  ],
  since: "0.1.0",
  onlyIn: ["control-plane"],
  settle: unlessKubeadmFillsIn,
  ...checkFlags([
    {
      components: ["kubelet"],
      flags: ["rotate-certificates"],
      holds: isOn,
      // Command lines mostly leave it to the configuration file, where leaving it out means false.
      does: "does not renew its client certificate",
      fix: () => "true",
    },
  ]),
});
