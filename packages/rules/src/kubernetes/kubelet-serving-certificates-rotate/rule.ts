import { defineRule, type ResourceRule } from "@plimsoll/core";
import { checkFlags, type FlagData } from "../../shared-control-plane/check-flags.ts";
import { isGateOn, givenGate } from "../../shared-control-plane/flag-conditions.ts";
import { isOn, withGate } from "../../shared-control-plane/flag-values.ts";

export const rule: ResourceRule<FlagData> = defineRule({
  id: "kubernetes/kubelet-serving-certificates-rotate",
  title: "Kubelets renew their serving certificates",
  severity: "warning",
  confidence: "high",
  surface: "kubernetes",
  catalogue: [],
  requirements: ["K8S-RD-1.2-ALIGNMENT", "T7-COMPLIANCE"],
  controls: ["cis-k8s:1.3.6", "cis-k8s:4.2.11", "nist-800-53r5:ia-5(2)"],
  aliases: [
    "checkov:CKV_K8S_112",
    "trivy:KCV-0038",
    "trivy:KCV-0091",
    "kubescape:C-0149",
    "kubescape:C-0183",
    "kics:rotate_kubelet_server_certificate_not_active",
  ],
  since: "0.1.0",
  onlyIn: ["control-plane"],
  ...checkFlags([
    {
      components: ["kubelet", "kube-controller-manager"],
      flags: ["feature-gates"],
      holds: isGateOn("RotateKubeletServerCertificate"),
      does: "does not renew the serving certificates of kubelets",
      onlyWritten: true,
      because: () => "has RotateKubeletServerCertificate=false",
      blame: givenGate("RotateKubeletServerCertificate"),
      fix: (value) => withGate(value ?? "", "RotateKubeletServerCertificate", "true"),
    },
    {
      components: ["kubelet"],
      flags: ["rotate-server-certificates"],
      holds: isOn,
      does: "does not renew its serving certificate",
      onlyWritten: true,
      fix: () => "true",
    },
  ]),
});
