import { defineRule, type ResourceRule } from "@plimsoll/core";
import { checkFlags, type FlagData } from "../../shared-control-plane/check-flags.ts";
import { isOn } from "../../shared-control-plane/flag-values.ts";

export const rule: ResourceRule<FlagData> = defineRule({
  id: "kubernetes/etcd-peers-authenticate",
  title: "Members of etcd ask each other for a certificate",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: [],
  requirements: ["K8S-RD-1.2-ALIGNMENT", "T7-COMPLIANCE"],
  controls: ["k8s-stig:V-242426", "k8s-stig:V-242380", "cis-k8s:2.5", "nist-800-53r5:sc-23"],
  aliases: [
    "checkov:CKV_K8S_121",
    "trivy:KCV-0046",
    "kubescape:C-0157",
    "kics:etcd_peer_client_certificate_authentication_set_to_false",
  ],
  since: "0.1.0",
  onlyIn: ["control-plane"],
  ...checkFlags([
    {
      components: ["etcd"],
      flags: ["peer-client-cert-auth"],
      holds: isOn,
      does: "lets anybody join as a member",
      fix: () => "true",
    },
  ]),
});
