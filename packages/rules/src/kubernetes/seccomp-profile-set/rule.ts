import { defineRule, type CelFix, type CelRule } from "@plimsoll/core";
import { HELD_TO_LINUX_RULES } from "../../shared-pods/conditions.ts";
import {
  FIELD_ONLY_MINOR,
  PROFILE_IN_ANNOTATION,
  PROFILE_IN_VAIN,
} from "../../shared-pods/seccomp-annotations.ts";

const when = `kubernetesMinor >= 19 && ${HELD_TO_LINUX_RULES}`;
const field =
  "has(container.?securityContext.seccompProfile) || has(podSpec.?securityContext.seccompProfile)";

/** What knows the field only, as Kubernetes does. */
const FIELD_ONLY = [
  "psa:seccompProfile_restricted",
  "trivy:KSV-0030",
  "trivy:KSV-0104",
  "kubescape:C-0055",
  "kubescape:C-0210",
  "kubescape:C-0211",
  "polaris:linuxHardening",
];

const fix: CelFix = {
  title: "Set the runtime's default profile for the pod",
  safety: "review",
  set: [{ path: "podSpec.securityContext.seccompProfile", value: { type: "RuntimeDefault" } }],
};

export const rule: CelRule = defineRule({
  id: "kubernetes/seccomp-profile-set",
  title: "A seccomp profile is set for every container",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM010"],
  aliases: [
    ...FIELD_ONLY,
    "checkov:CKV_K8S_31",
    "kube-score:container-seccomp-profile",
    "kics:seccomp_profile_is_not_configured",
  ],
  narrows: true,
  since: "0.1.0",
  each: "containers",
  when: `${when} && !${PROFILE_IN_VAIN}`,
  require: `${field} || (kubernetesMinor < ${FIELD_ONLY_MINOR} && ${PROFILE_IN_ANNOTATION})`,
  problem: "missing",
  at: ["securityContext.seccompProfile"],
  message: 'Container "{name}" has no seccomp profile: neither it nor its pod sets seccompProfile.',
  fix,
  also: [
    {
      each: "containers",
      when: `${when} && ${PROFILE_IN_VAIN}`,
      require: field,
      problem: "annotation",
      standsFor: FIELD_ONLY,
      at: ["securityContext.seccompProfile"],
      message:
        'Container "{name}" has no seccomp profile: Kubernetes has ignored profiles in annotations since 1.27 and reads only seccompProfile.',
      fix,
    },
  ],
});
