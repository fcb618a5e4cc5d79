import { defineRule, type ResourceRule } from "@plimsoll/core";
import { checkFlags, type FlagData } from "../../shared-control-plane/check-flags.ts";
import { isOn } from "../../shared-control-plane/flag-values.ts";

export const rule: ResourceRule<FlagData> = defineRule({
  id: "kubernetes/kubelet-manages-iptables",
  title: "Kubelets keep the firewall rules of the node",
  severity: "info",
  confidence: "high",
  surface: "kubernetes",
  catalogue: [],
  requirements: ["K8S-RD-1.2-ALIGNMENT", "T7-COMPLIANCE"],
  controls: ["cis-k8s:4.2.6", "nist-800-53r5:sc-7"],
  aliases: [
    "checkov:CKV_K8S_145",
    "trivy:KCV-0084",
    "kubescape:C-0178",
    "kics:kubelet_not_managing_ip_tables",
  ],
  since: "0.1.0",
  onlyIn: ["control-plane"],
  ...checkFlags([
    {
      components: ["kubelet"],
      flags: ["make-iptables-util-chains"],
      holds: isOn,
      does: "does not keep the firewall rules that pods rely on",
      fix: () => "true",
    },
  ]),
});
