import { defineRule, type CelRule } from "@plimsoll/core";

export const rule: CelRule = defineRule({
  id: "kubernetes/namespace-not-default",
  title: "Nothing runs in the default namespace",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM024"],
  aliases: [
    "trivy:KSV-0110",
    "checkov:CKV_K8S_21",
    "kube-linter:use-namespace",
    "kubescape:C-0061",
    "kubescape:C-0212",
    "kics:using_unrecommended_namespace",
  ],
  since: "0.1.0",
  each: "resources",
  when: '!(kind in ["Namespace", "Node"]) && !(kind == "ServiceAccount" && object.?metadata.?name.orValue("") == "default") && !(kind == "Service" && object.?metadata.?name.orValue("") == "kubernetes")',
  require: 'object.?metadata.?namespace.orValue("") != "default"',
  problem: "default",
  at: ["metadata.namespace"],
  message: '{kind} "{name}" is in the namespace default.',
});
