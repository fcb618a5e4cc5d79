import { defineRule, type ResourceRule } from "@plimsoll/core";
import { checkFlags, type FlagData } from "../../shared-control-plane/check-flags.ts";
import { credentialReason } from "../../shared-control-plane/flag-conditions.ts";
import { isCredentialFile } from "../../shared-control-plane/flag-values.ts";

export const rule: ResourceRule<FlagData> = defineRule({
  id: "kubernetes/controller-manager-root-ca-set",
  title: "Pods get the certificate of the API server's authority",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: [],
  requirements: ["K8S-RD-1.2-ALIGNMENT", "T7-COMPLIANCE"],
  controls: ["k8s-stig:V-242421", "cis-k8s:1.3.5", "nist-800-53r5:sc-23"],
  aliases: ["checkov:CKV_K8S_111", "trivy:KCV-0037", "kubescape:C-0148", "kics:root_ca_file_not_defined"],
  since: "0.1.0",
  onlyIn: ["control-plane"],
  ...checkFlags([
    {
      components: ["kube-controller-manager"],
      flags: ["root-ca-file"],
      holds: isCredentialFile,
      does: "gives pods no authority to verify the API server with",
      isNeeded: true,
      because: credentialReason,
    },
  ]),
});
