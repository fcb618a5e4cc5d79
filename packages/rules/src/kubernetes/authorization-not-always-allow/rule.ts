import { defineRule, type ResourceRule } from "@plimsoll/core";
import { checkFlags, type FlagData } from "../../shared-control-plane/check-flags.ts";
import {
  allowsNotAll,
  alwaysAllowIn,
  withoutAlwaysAllow,
} from "../../shared-control-plane/flag-conditions.ts";

export const rule: ResourceRule<FlagData> = defineRule({
  id: "kubernetes/authorization-not-always-allow",
  title: "The API server and kubelets do not allow every request",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: [],
  requirements: ["K8S-RD-1.2-ALIGNMENT", "T7-COMPLIANCE"],
  controls: [
    "k8s-stig:V-242382",
    "k8s-stig:V-242392",
    "cis-k8s:1.2.6",
    "cis-k8s:4.2.2",
    "nist-800-53r5:ac-3",
  ],
  aliases: [
    "checkov:CKV_K8S_74",
    "checkov:CKV_K8S_139",
    "trivy:KCV-0007",
    "trivy:KCV-0080",
    "kubescape:C-0118",
    "kubescape:C-0173",
    "kics:authorization_mode_set_to_always_allow",
  ],
  since: "0.1.0",
  onlyIn: ["control-plane"],
  ...checkFlags([
    {
      components: ["kube-apiserver"],
      flags: ["authorization-mode"],
      holds: allowsNotAll,
      does: "allows every request to everybody",
      onlyWritten: true,
      blame: alwaysAllowIn,
      fix: (value) => withoutAlwaysAllow(value, "Node,RBAC"),
    },
    {
      components: ["kubelet"],
      flags: ["authorization-mode"],
      holds: allowsNotAll,
      does: "allows every request to everybody",
      blame: alwaysAllowIn,
      fix: () => "Webhook",
    },
  ]),
});
