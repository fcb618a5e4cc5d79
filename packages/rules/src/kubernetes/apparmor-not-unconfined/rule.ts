import { defineRule, type CelCheck, type CelRule } from "@plimsoll/core";
import { byEveryContainer } from "../../shared-pods/overridden.ts";

const ANNOTATION = "container.apparmor.security.beta.kubernetes.io/";

function check(each: "pods" | "containers", owner: string, subject: string): CelCheck {
  const context = `${owner}.?securityContext`;
  return {
    each,
    require:
      `!has(${context}.appArmorProfile) || ` +
      `${context}.?appArmorProfile.?type.orValue("") in ["RuntimeDefault", "Localhost"]`,
    problem: "unconfined",
    at: ["securityContext.appArmorProfile.type", "securityContext.appArmorProfile:"],
    message: `${subject} is not confined by AppArmor: its profile is neither RuntimeDefault nor Localhost.`,
    fix: {
      title: "Use the runtime's default profile",
      safety: "review",
      set: [{ path: "securityContext.appArmorProfile.type", value: "RuntimeDefault" }],
    },
  };
}

const overridden = byEveryContainer(
  'c.?securityContext.?appArmorProfile.?type.orValue("") in ["RuntimeDefault", "Localhost"]',
);
const ofPod = check("pods", "podSpec", 'The pod of {kind} "{name}"');

const annotation: CelCheck = {
  each: "pods.podMetadata.annotations",
  when: `itemKey.startsWith("${ANNOTATION}")`,
  require: 'item == "" || item == "runtime/default" || item.startsWith("localhost/")',
  problem: "unconfined",
  at: [""],
  message:
    'The annotation {item} of {kind} "{name}" turns AppArmor off: its value is neither a default nor a local profile.',
  fix: {
    title: "Use the runtime's default profile",
    safety: "review",
    set: [{ path: "", value: "runtime/default" }],
  },
};

export const rule: CelRule = defineRule({
  id: "kubernetes/apparmor-not-unconfined",
  title: "No AppArmor profile turns confinement off",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM040"],
  aliases: ["psa:appArmorProfile", "trivy:KSV-0002", "kubescape:C-0055", "polaris:linuxHardening"],
  narrows: true,
  since: "0.1.0",
  ...check("containers", "container", 'Container "{name}"'),
  also: [
    { ...ofPod, require: `(${ofPod.require}) || ${overridden}` },
    {
      ...ofPod,
      require: `(${ofPod.require}) || !${overridden}`,
      problem: "overridden",
      standsFor: ["psa:appArmorProfile", "trivy:KSV-0002"],
      message:
        'The pod of {kind} "{name}" turns AppArmor off for the next container, although all present ones override it.',
    },
    annotation,
  ],
});
