import { defineRule, type ResourceRule } from "@plimsoll/core";
import { checkFlags, type FlagData } from "../../shared-control-plane/check-flags.ts";
import { strongSuites, weakSuite } from "../../shared-control-plane/ciphers.ts";
import { hasOnlyStrongSuites, suiteReason } from "../../shared-control-plane/flag-conditions.ts";

export const rule: ResourceRule<FlagData> = defineRule({
  id: "kubernetes/tls-ciphers-strong",
  title: "The API server and kubelets use strong cipher suites only",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: [],
  requirements: ["K8S-RD-1.2-ALIGNMENT", "T7-COMPLIANCE"],
  controls: [
    "k8s-stig:V-242418",
    "cis-k8s:1.2.29",
    "cis-k8s:4.2.12",
    "nist-800-53r5:sc-8",
    "nist-800-53r5:sc-13",
  ],
  aliases: [
    "checkov:CKV_K8S_105",
    "checkov:CKV_K8S_151",
    "trivy:KCV-0092",
    "kubescape:C-0143",
    "kubescape:C-0184",
    "kubescape:C-0277",
    "kics:weak_tls_cipher_suites",
  ],
  since: "0.1.0",
  onlyIn: ["control-plane"],
  ...checkFlags([
    {
      components: ["kube-apiserver"],
      flags: ["tls-cipher-suites"],
      holds: hasOnlyStrongSuites,
      does: "may agree on weak encryption",
      isNeeded: true,
      because: suiteReason,
      blame: weakSuite,
      fix: strongSuites,
    },
    {
      components: ["kubelet", "kube-controller-manager", "kube-scheduler"],
      flags: ["tls-cipher-suites"],
      holds: hasOnlyStrongSuites,
      does: "may agree on weak encryption",
      onlyWritten: true,
      because: suiteReason,
      blame: weakSuite,
      fix: strongSuites,
    },
    {
      components: ["etcd"],
      flags: ["cipher-suites"],
      holds: hasOnlyStrongSuites,
      does: "may agree on weak encryption",
      onlyWritten: true,
      because: suiteReason,
      blame: weakSuite,
      fix: strongSuites,
    },
  ]),
});
