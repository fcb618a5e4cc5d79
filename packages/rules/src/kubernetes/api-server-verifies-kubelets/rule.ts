import { defineRule, type ResourceRule } from "@plimsoll/core";
import { checkFlags, type FlagData } from "../../shared-control-plane/check-flags.ts";
import { isGiven } from "../../shared-control-plane/flag-values.ts";

export const rule: ResourceRule<FlagData> = defineRule({
  id: "kubernetes/api-server-verifies-kubelets",
  title: "The API server verifies the certificates of kubelets",
  severity: "warning",
  confidence: "high",
  surface: "kubernetes",
  catalogue: [],
  requirements: ["K8S-RD-1.2-ALIGNMENT", "T7-COMPLIANCE"],
  controls: ["cis-k8s:1.2.5", "nist-800-53r5:sc-8", "nist-800-53r5:sc-23"],
  aliases: [
    "checkov:CKV_K8S_73",
    "trivy:KCV-0006",
    "kubescape:C-0117",
    "kics:kubelet_certificate_authority_not_set",
  ],
  since: "0.1.0",
  onlyIn: ["control-plane"],
  ...checkFlags([
    {
      components: ["kube-apiserver"],
      flags: ["kubelet-certificate-authority"],
      holds: isGiven,
      does: "does not verify the certificates of kubelets",
      isNeeded: true,
    },
  ]),
});
