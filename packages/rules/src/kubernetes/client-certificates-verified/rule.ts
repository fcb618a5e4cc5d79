import { defineRule, type ResourceRule } from "@plimsoll/core";
import { checkFlags, type FlagData } from "../../shared-control-plane/check-flags.ts";
import { credentialReason } from "../../shared-control-plane/flag-conditions.ts";
import { isCredentialFile } from "../../shared-control-plane/flag-values.ts";
import { unlessKubeadmFillsIn } from "../../shared-control-plane/kubeadm-fills.ts";

export const rule: ResourceRule<FlagData> = defineRule({
  id: "kubernetes/client-certificates-verified",
  title: "The API server and kubelets verify client certificates",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: [],
  requirements: ["K8S-RD-1.2-ALIGNMENT", "T7-COMPLIANCE"],
  controls: [
    "k8s-stig:V-242419",
    "k8s-stig:V-242420",
    "cis-k8s:1.2.25",
    "cis-k8s:4.2.3",
    "nist-800-53r5:sc-23",
  ],
  aliases: [
    "checkov:CKV_K8S_140",
    "trivy:KCV-0028",
    "trivy:KCV-0081",
    "kubescape:C-0070",
    "kubescape:C-0139",
    "kubescape:C-0174",
    "kics:client_certificate_authentication_not_setup_properly",
  ],
  since: "0.1.0",
  onlyIn: ["control-plane"],
  ...checkFlags([
    {
      components: ["kube-apiserver", "kubelet"],
      flags: ["client-ca-file"],
      holds: isCredentialFile,
      does: "does not verify client certificates",
      isNeeded: true,
      because: credentialReason,
    },
  ]),
  settle: unlessKubeadmFillsIn,
});
