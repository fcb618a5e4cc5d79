import { defineRule, type CelRule } from "@plimsoll/core";

export const rule: CelRule = defineRule({
  id: "kubernetes/host-ipc-not-shared",
  title: "Pods do not share the node's memory segments",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM012"],
  aliases: [
    "psa:hostNamespaces",
    "trivy:KSV-0008",
    "checkov:CKV_K8S_18",
    "kube-linter:host-ipc",
    "kubescape:C-0038",
    "polaris:hostIPCSet",
    "kics:shared_host_ipc_namespace",
  ],
  since: "0.1.0",
  each: "pods",
  require: "podSpec.?hostIPC.orValue(false) != true",
  problem: "shared",
  at: ["hostIPC"],
  message: 'The pod of {kind} "{name}" shares the inter-process communication of its node: hostIPC is true.',
  fix: { title: "Set hostIPC to false", safety: "review", set: [{ path: "hostIPC", value: false }] },
});
