import { defineRule, type ResourceRule } from "@plimsoll/core";
import { checkFlags, type FlagData } from "../../shared-control-plane/check-flags.ts";
import { isGiven } from "../../shared-control-plane/flag-values.ts";

export const rule: ResourceRule<FlagData> = defineRule({
  id: "kubernetes/etcd-peer-certificates-set",
  title: "Members of etcd have certificates for each other",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: [],
  requirements: ["K8S-RD-1.2-ALIGNMENT", "T7-COMPLIANCE"],
  controls: ["k8s-stig:V-242432", "k8s-stig:V-242433", "cis-k8s:2.4", "nist-800-53r5:sc-23"],
  aliases: [
    "checkov:CKV_K8S_119",
    "trivy:KCV-0045",
    "kubescape:C-0156",
    "kics:etcd_peer_tls_certificate_files_not_properly_set",
  ],
  since: "0.1.0",
  onlyIn: ["control-plane"],
  ...checkFlags([
    {
      components: ["etcd"],
      flags: ["peer-cert-file", "peer-key-file"],
      holds: isGiven,
      does: "talks to other members without TLS",
      isNeeded: true,
    },
  ]),
});
