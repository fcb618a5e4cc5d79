import { defineRule, type ResourceRule } from "@plimsoll/core";
import { checkFlags, type FlagData } from "../../shared-control-plane/check-flags.ts";
import { credentialReason } from "../../shared-control-plane/flag-conditions.ts";
import { isCredentialFile } from "../../shared-control-plane/flag-values.ts";

export const rule: ResourceRule<FlagData> = defineRule({
  id: "kubernetes/api-server-verifies-etcd",
  title: "The API server verifies the certificate of etcd",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: [],
  requirements: ["K8S-RD-1.2-ALIGNMENT", "T7-COMPLIANCE"],
  controls: ["k8s-stig:V-242429", "cis-k8s:1.2.26", "nist-800-53r5:sc-23"],
  aliases: [
    "checkov:CKV_K8S_102",
    "trivy:KCV-0029",
    "kubescape:C-0140",
    "kics:etcd_client_certificate_file_not_defined",
  ],
  since: "0.1.0",
  onlyIn: ["control-plane"],
  ...checkFlags([
    {
      components: ["kube-apiserver"],
      flags: ["etcd-cafile"],
      holds: isCredentialFile,
      does: "does not verify the certificate of etcd",
      isNeeded: true,
      because: credentialReason,
    },
  ]),
});
