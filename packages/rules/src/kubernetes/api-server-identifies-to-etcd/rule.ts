import { defineRule, type ResourceRule } from "@plimsoll/core";
import { checkFlags, type FlagData } from "../../shared-control-plane/check-flags.ts";
import { isGiven } from "../../shared-control-plane/flag-values.ts";

export const rule: ResourceRule<FlagData> = defineRule({
  id: "kubernetes/api-server-identifies-to-etcd",
  title: "The API server shows etcd a client certificate",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: [],
  requirements: ["K8S-RD-1.2-ALIGNMENT", "T7-COMPLIANCE"],
  controls: ["k8s-stig:V-242430", "k8s-stig:V-242431", "cis-k8s:1.2.23", "nist-800-53r5:sc-23"],
  aliases: [
    "checkov:CKV_K8S_99",
    "trivy:KCV-0026",
    "kubescape:C-0137",
    "kics:etcd_tls_certificate_not_properly_configured",
  ],
  since: "0.1.0",
  onlyIn: ["control-plane"],
  ...checkFlags([
    {
      components: ["kube-apiserver"],
      flags: ["etcd-certfile", "etcd-keyfile"],
      holds: isGiven,
      does: "cannot prove to etcd who it is",
      isNeeded: true,
    },
  ]),
});
