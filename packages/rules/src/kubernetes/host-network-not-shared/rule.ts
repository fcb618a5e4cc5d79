import { defineRule, type CelRule } from "@plimsoll/core";

export const rule: CelRule = defineRule({
  id: "kubernetes/host-network-not-shared",
  title: "Pods do not use the node's network",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM012"],
  aliases: [
    "psa:hostNamespaces",
    "trivy:KSV-0009",
    "checkov:CKV_K8S_19",
    "kube-linter:host-network",
    "kubescape:C-0041",
    "polaris:hostNetworkSet",
    "kics:shared_host_network_namespace",
  ],
  since: "0.1.0",
  each: "pods",
  require: "podSpec.?hostNetwork.orValue(false) != true",
  problem: "shared",
  at: ["hostNetwork"],
  message: 'The pod of {kind} "{name}" uses the network of its node: hostNetwork is true.',
  fix: { title: "Set hostNetwork to false", safety: "review", set: [{ path: "hostNetwork", value: false }] },
});
