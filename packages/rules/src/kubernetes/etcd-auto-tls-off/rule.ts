import { defineRule, type ResourceRule } from "@plimsoll/core";
import { checkFlags, type FlagData } from "../../shared-control-plane/check-flags.ts";
import { isOff } from "../../shared-control-plane/flag-values.ts";

export const rule: ResourceRule<FlagData> = defineRule({
  id: "kubernetes/etcd-auto-tls-off",
  title: "etcd does not sign its own certificates for clients",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: [],
  requirements: ["K8S-RD-1.2-ALIGNMENT", "T7-COMPLIANCE"],
  controls: ["cis-k8s:2.3", "nist-800-53r5:sc-17"],
  aliases: ["checkov:CKV_K8S_118", "trivy:KCV-0044", "kubescape:C-0155", "kics:auto_tls_set_to_true"],
  since: "0.1.0",
  onlyIn: ["control-plane"],
  ...checkFlags([
    {
      components: ["etcd"],
      flags: ["auto-tls"],
      holds: isOff,
      does: "makes itself certificates that no client can verify",
      fix: () => "false",
    },
  ]),
});
