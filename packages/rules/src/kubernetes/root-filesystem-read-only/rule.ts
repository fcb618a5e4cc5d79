import { defineRule, type CelRule } from "@plimsoll/core";
import { NOT_WINDOWS } from "../../shared-pods/conditions.ts";

export const rule: CelRule = defineRule({
  id: "kubernetes/root-filesystem-read-only",
  title: "Containers cannot write to their own root file system",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM011"],
  aliases: [
    "trivy:KSV-0014",
    "checkov:CKV_K8S_22",
    "kube-linter:no-read-only-root-fs",
    "kubescape:C-0017",
    "kubescape:C-0211",
    "kube-score:container-security-context-readonlyrootfilesystem",
    "polaris:notReadOnlyRootFilesystem",
    "kics:root_container_not_mounted_as_read_only",
  ],
  since: "0.1.0",
  each: "containers",
  when: NOT_WINDOWS,
  require: "container.?securityContext.?readOnlyRootFilesystem.orValue(false) == true",
  problem: "writable",
  at: ["securityContext.readOnlyRootFilesystem"],
  message: 'Container "{name}" can write to its root file system: readOnlyRootFilesystem is not true.',
  fix: {
    title: "Make the root file system read-only (mount an emptyDir where the program writes)",
    safety: "review",
    set: [{ path: "securityContext.readOnlyRootFilesystem", value: true }],
  },
});
