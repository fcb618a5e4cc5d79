import { defineRule, type CelCheck, type CelRule } from "@plimsoll/core";
import { byEveryContainer } from "../../shared-pods/overridden.ts";

const PROFILES = '["RuntimeDefault", "Localhost"]';
const POD_ANNOTATION = "seccomp.security.alpha.kubernetes.io/pod";
const CONTAINER_ANNOTATION = "container.seccomp.security.alpha.kubernetes.io/";

function profileAllowed(owner: string): string {
  const context = `${owner}.?securityContext`;
  return `!has(${context}.seccompProfile) || ${context}.?seccompProfile.?type.orValue("") in ${PROFILES}`;
}

function check(each: "pods" | "containers", owner: string, subject: string): CelCheck {
  return {
    each,
    when: "kubernetesMinor >= 19",
    require: profileAllowed(owner),
    problem: "unconfined",
    at: ["securityContext.seccompProfile.type", "securityContext.seccompProfile:"],
    message: `${subject} is not confined by seccomp: its profile is neither RuntimeDefault nor Localhost.`,
    fix: {
      title: "Use the runtime's default profile",
      safety: "review",
      set: [{ path: "securityContext.seccompProfile.type", value: "RuntimeDefault" }],
    },
  };
}

const overridden = byEveryContainer(`c.?securityContext.?seccompProfile.?type.orValue("") in ${PROFILES}`);
const ofPod = check("pods", "podSpec", 'The pod of {kind} "{name}"');

/** A local profile may allow anything, so an organization may name those that it knows. */
function localProfile(each: "pods" | "containers", owner: string, subject: string): CelCheck {
  const profile = `${owner}.?securityContext.?seccompProfile`;
  return {
    each,
    when: `params.localProfiles.size() > 0 && ${profile}.?type.orValue("") == "Localhost"`,
    require: `${profile}.?localhostProfile.orValue("") in params.localProfiles`,
    problem: "localProfile",
    standsFor: [],
    at: ["securityContext.seccompProfile.localhostProfile"],
    message: `${subject} uses a local seccomp profile that the configuration does not allow.`,
  };
}

const ofContainer = ["containers", "initContainers", "ephemeralContainers"]
  .map((list) => `podSpec.?${list}.orValue([]).exists(c, itemKey == "${CONTAINER_ANNOTATION}" + c.name)`)
  .join(" || ");

/** Before Kubernetes 1.19 the profile stood in annotations. */
const annotation: CelCheck = {
  each: "pods.podMetadata.annotations",
  when: `kubernetesMinor < 19 && (itemKey == "${POD_ANNOTATION}" || ${ofContainer})`,
  require: 'item in ["runtime/default", "docker/default"] || item.startsWith("localhost/")',
  problem: "unconfined",
  at: [""],
  message:
    'The annotation {item} of {kind} "{name}" turns seccomp off: its value is neither a default nor a local profile.',
  fix: {
    title: "Use the runtime's default profile",
    safety: "review",
    set: [{ path: "", value: "runtime/default" }],
  },
};

export const rule: CelRule = defineRule({
  id: "kubernetes/seccomp-not-unconfined",
  title: "No seccomp profile turns confinement off",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM010"],
  aliases: [
    "psa:seccompProfile_baseline",
    "psa:seccompProfile_restricted",
    "trivy:KSV-0104",
    "checkov:CKV_K8S_31",
    "kubescape:C-0210",
    "kubescape:C-0211",
    "kics:seccomp_profile_is_not_configured",
  ],
  narrows: true,
  since: "0.1.0",
  options: {
    localProfiles: {
      description:
        "Files of local profiles that may be used, as localhostProfile names them; any where empty.",
      schema: { type: "array", items: { type: "string" }, uniqueItems: true },
      default: [],
    },
  },
  ...check("containers", "container", 'Container "{name}"'),
  also: [
    { ...ofPod, require: `(${ofPod.require}) || ${overridden}` },
    {
      ...ofPod,
      require: `(${ofPod.require}) || !${overridden}`,
      problem: "overridden",
      standsFor: ["psa:seccompProfile_baseline", "psa:seccompProfile_restricted", "trivy:KSV-0104"],
      message:
        'The pod of {kind} "{name}" turns seccomp off for the next container, although all present ones override it.',
    },
    annotation,
    localProfile("containers", "container", 'Container "{name}"'),
    localProfile("pods", "podSpec", 'The pod of {kind} "{name}"'),
  ],
});
