import { defineRule, type CelRule } from "@plimsoll/core";
import { HELD_TO_LINUX_RULES } from "../../shared-pods/conditions.ts";

export const rule: CelRule = defineRule({
  id: "kubernetes/seccomp-profile-set",
  title: "A seccomp profile is set for every container",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM010"],
  aliases: [
    "psa:seccompProfile_restricted",
    "trivy:KSV-0030",
    "trivy:KSV-0104",
    "checkov:CKV_K8S_31",
    "kube-score:container-seccomp-profile",
    "kubescape:C-0055",
    "kubescape:C-0210",
    "kubescape:C-0211",
    "polaris:linuxHardening",
    "kics:seccomp_profile_is_not_configured",
  ],
  since: "0.1.0",
  each: "containers",
  when: `kubernetesMinor >= 19 && ${HELD_TO_LINUX_RULES}`,
  require: "has(container.?securityContext.seccompProfile) || has(podSpec.?securityContext.seccompProfile)",
  problem: "missing",
  at: ["securityContext.seccompProfile"],
  message: 'Container "{name}" has no seccomp profile: neither it nor its pod sets seccompProfile.',
  fix: {
    title: "Set the runtime's default profile for the pod",
    safety: "review",
    set: [{ path: "podSpec.securityContext.seccompProfile", value: { type: "RuntimeDefault" } }],
  },
});
