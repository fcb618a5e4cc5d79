import { defineRule, type ResourceRule } from "@plimsoll/core";
import { checkFlags, type FlagData } from "../../shared-control-plane/check-flags.ts";
import { isLoopback } from "../../shared-control-plane/flag-values.ts";

export const rule: ResourceRule<FlagData> = defineRule({
  id: "kubernetes/control-plane-address-local",
  title: "The scheduler and the controller manager listen on the loopback address",
  severity: "warning",
  confidence: "high",
  surface: "kubernetes",
  catalogue: [],
  requirements: ["K8S-RD-1.2-ALIGNMENT", "T7-COMPLIANCE"],
  controls: [
    "k8s-stig:V-242384",
    "k8s-stig:V-242385",
    "cis-k8s:1.3.7",
    "cis-k8s:1.4.2",
    "nist-800-53r5:ac-3",
  ],
  aliases: [
    "checkov:CKV_K8S_113",
    "checkov:CKV_K8S_115",
    "trivy:KCV-0039",
    "trivy:KCV-0041",
    "kubescape:C-0150",
    "kubescape:C-0152",
    "kics:bind_address_not_properly_set",
  ],
  since: "0.1.0",
  onlyIn: ["control-plane"],
  ...checkFlags([
    {
      components: ["kube-controller-manager", "kube-scheduler"],
      flags: ["bind-address"],
      holds: isLoopback,
      does: "can be reached from outside its node",
      fix: () => "127.0.0.1",
    },
  ]),
});
