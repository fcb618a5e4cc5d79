import { defineRule, type CelRule } from "@plimsoll/core";

export const rule: CelRule = defineRule({
  id: "kubernetes/host-pid-not-shared",
  title: "Pods do not see the node's processes",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM012"],
  aliases: [
    "psa:hostNamespaces",
    "trivy:KSV-0010",
    "checkov:CKV_K8S_17",
    "kube-linter:host-pid",
    "kubescape:C-0038",
    "polaris:hostPIDSet",
    "kics:shared_host_pid_namespace",
  ],
  since: "0.1.0",
  each: "pods",
  require: "podSpec.?hostPID.orValue(false) != true",
  problem: "shared",
  at: ["hostPID"],
  message: 'The pod of {kind} "{name}" sees all processes of its node: hostPID is true.',
  fix: { title: "Set hostPID to false", safety: "review", set: [{ path: "hostPID", value: false }] },
});
