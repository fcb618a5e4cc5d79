import { defineRule, type ResourceRule } from "@plimsoll/core";
import { checkFlags, type FlagData } from "../../shared-control-plane/check-flags.ts";
import { lacksOneOfPair } from "../../shared-control-plane/flag-conditions.ts";
import { isGiven } from "../../shared-control-plane/flag-values.ts";

export const rule: ResourceRule<FlagData> = defineRule({
  id: "kubernetes/serving-certificates-set",
  title: "The API server and kubelets have serving certificates of their own",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: [],
  requirements: ["K8S-RD-1.2-ALIGNMENT", "T7-COMPLIANCE"],
  controls: [
    "k8s-stig:V-242422",
    "k8s-stig:V-242424",
    "k8s-stig:V-242425",
    "cis-k8s:1.2.24",
    "cis-k8s:4.2.9",
    "nist-800-53r5:sc-23",
  ],
  aliases: [
    "checkov:CKV_K8S_100",
    "checkov:CKV_K8S_148",
    "trivy:KCV-0027",
    "trivy:KCV-0088",
    "trivy:KCV-0089",
    "kubescape:C-0138",
    "kubescape:C-0181",
    "kics:tls_connection_certificate_not_setup",
  ],
  since: "0.1.0",
  onlyIn: ["control-plane"],
  ...checkFlags([
    {
      components: ["kube-apiserver"],
      flags: ["tls-cert-file", "tls-private-key-file"],
      holds: isGiven,
      does: "has no certificate that clients can verify",
      isNeeded: true,
    },
    {
      components: ["kubelet"],
      flags: ["tls-cert-file", "tls-private-key-file"],
      holds: isGiven,
      does: "has no certificate that clients can verify",
      isNeeded: true,
      appliesTo: lacksOneOfPair,
    },
  ]),
});
