import { defineRule, type ResourceRule } from "@plimsoll/core";
import { checkFlags, type FlagData } from "../../shared-control-plane/check-flags.ts";
import { isOff } from "../../shared-control-plane/flag-values.ts";

export const rule: ResourceRule<FlagData> = defineRule({
  id: "kubernetes/etcd-peer-auto-tls-off",
  title: "Members of etcd do not sign their own certificates",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: [],
  requirements: ["K8S-RD-1.2-ALIGNMENT", "T7-COMPLIANCE"],
  controls: ["cis-k8s:2.6", "nist-800-53r5:sc-17"],
  aliases: ["trivy:KCV-0047", "kubescape:C-0158", "kics:peer_auto_tls_set_to_true"],
  since: "0.1.0",
  onlyIn: ["control-plane"],
  ...checkFlags([
    {
      components: ["etcd"],
      flags: ["peer-auto-tls"],
      holds: isOff,
      does: "makes itself certificates that no other member can verify",
      fix: () => "false",
    },
  ]),
});
