import { defineRule, type ResourceRule } from "@plimsoll/core";
import { checkFlags, type FlagData } from "../../shared-control-plane/check-flags.ts";
import { isGiven } from "../../shared-control-plane/flag-values.ts";

export const rule: ResourceRule<FlagData> = defineRule({
  id: "kubernetes/api-server-identifies-to-kubelets",
  title: "The API server shows kubelets a client certificate",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: [],
  requirements: ["K8S-RD-1.2-ALIGNMENT", "T7-COMPLIANCE"],
  controls: ["cis-k8s:1.2.4", "nist-800-53r5:ia-3"],
  aliases: [
    "checkov:CKV_K8S_72",
    "trivy:KCV-0005",
    "kubescape:C-0116",
    "kics:kubelet_client_certificate_or_key_not_set",
  ],
  since: "0.1.0",
  onlyIn: ["control-plane"],
  ...checkFlags([
    {
      components: ["kube-apiserver"],
      flags: ["kubelet-client-certificate", "kubelet-client-key"],
      holds: isGiven,
      does: "cannot prove to kubelets who it is",
      isNeeded: true,
    },
  ]),
});
