import { defineRule, type CelRule } from "@plimsoll/core";

export const rule: CelRule = defineRule({
  id: "kubernetes/containers-not-privileged",
  title: "Containers do not run privileged",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM004"],
  aliases: [
    "psa:privileged",
    "trivy:KSV-0017",
    "checkov:CKV_K8S_16",
    "kube-linter:privileged-container",
    "kubescape:C-0057",
    "kube-score:container-security-context-privileged",
    "polaris:runAsPrivileged",
    "kics:container_is_privileged",
  ],
  since: "0.1.0",
  each: "containers",
  require: "container.?securityContext.?privileged.orValue(false) != true",
  problem: "privileged",
  at: ["securityContext.privileged"],
  message: 'Container "{name}" runs privileged: it has every right that root on the node has.',
  fix: {
    title: "Set privileged to false",
    safety: "safe",
    set: [{ path: "securityContext.privileged", value: false }],
  },
});
