import { defineRule, type ResourceRule } from "@plimsoll/core";
import { checkFlags, type FlagData } from "../../shared-control-plane/check-flags.ts";
import { isGiven } from "../../shared-control-plane/flag-values.ts";

export const rule: ResourceRule<FlagData> = defineRule({
  id: "kubernetes/etcd-certificates-set",
  title: "etcd has a serving certificate of its own",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: [],
  requirements: ["K8S-RD-1.2-ALIGNMENT", "T7-COMPLIANCE"],
  controls: ["k8s-stig:V-242427", "k8s-stig:V-242428", "cis-k8s:2.1", "nist-800-53r5:sc-23"],
  aliases: [
    "checkov:CKV_K8S_116",
    "trivy:KCV-0042",
    "kubescape:C-0153",
    "kics:etcd_tls_certificate_files_not_properly_set",
  ],
  since: "0.1.0",
  onlyIn: ["control-plane"],
  ...checkFlags([
    {
      components: ["etcd"],
      flags: ["cert-file", "key-file"],
      holds: isGiven,
      does: "serves clients without TLS",
      isNeeded: true,
    },
  ]),
});
