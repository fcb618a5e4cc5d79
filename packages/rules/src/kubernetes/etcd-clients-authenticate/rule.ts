import { defineRule, type ResourceRule } from "@plimsoll/core";
import { checkFlags, type FlagData } from "../../shared-control-plane/check-flags.ts";
import { isOn } from "../../shared-control-plane/flag-values.ts";

export const rule: ResourceRule<FlagData> = defineRule({
  id: "kubernetes/etcd-clients-authenticate",
  title: "etcd asks its clients for a certificate",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: [],
  requirements: ["K8S-RD-1.2-ALIGNMENT", "T7-COMPLIANCE"],
  controls: ["k8s-stig:V-242423", "k8s-stig:V-242379", "cis-k8s:2.2", "nist-800-53r5:sc-23"],
  aliases: [
    "checkov:CKV_K8S_117",
    "trivy:KCV-0043",
    "kubescape:C-0154",
    "kics:etcd_client_certificate_authentication_set_to_false",
  ],
  since: "0.1.0",
  onlyIn: ["control-plane"],
  ...checkFlags([
    {
      components: ["etcd"],
      flags: ["client-cert-auth"],
      holds: isOn,
      does: "answers clients without a certificate",
      fix: () => "true",
    },
  ]),
});
