import { defineRule, type ResourceRule } from "@plimsoll/core";
import { checkFlags, type FlagData } from "../../shared-control-plane/check-flags.ts";
import { includesMode, withMode } from "../../shared-control-plane/flag-conditions.ts";

export const rule: ResourceRule<FlagData> = defineRule({
  id: "kubernetes/api-server-authorizes-nodes",
  title: "The API server limits each node to its own objects",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: [],
  requirements: ["K8S-RD-1.2-ALIGNMENT", "T7-COMPLIANCE"],
  controls: ["k8s-stig:V-242382", "cis-k8s:1.2.7", "nist-800-53r5:ac-3"],
  aliases: [
    "checkov:CKV_K8S_75",
    "trivy:KCV-0008",
    "kubescape:C-0119",
    "kics:authorization_mode_node_not_set",
  ],
  since: "0.1.0",
  onlyIn: ["control-plane"],
  ...checkFlags([
    {
      components: ["kube-apiserver"],
      flags: ["authorization-mode"],
      holds: includesMode("Node"),
      does: "does not limit a node to what runs on it",
      fix: withMode("Node"),
    },
  ]),
});
