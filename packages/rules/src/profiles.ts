import type { Profile, RuleSetting } from "@plimsoll/core";
import { allRules } from "./index.generated.ts";

const YEAR = 365;

/** The rules whose ids a profile's own list names, at the rules' own severity unless one is given. */
function only(ids: readonly string[]): Readonly<Record<string, RuleSetting>> {
  const known = new Map(allRules.map((rule) => [rule.id, rule.severity]));
  return Object.fromEntries(ids.map((id) => [id, { severity: known.get(id) ?? "error" }]));
}

/** Kubernetes Pod Security Standards, level baseline. */
const pssBaseline: readonly string[] = [
  "kubernetes/containers-not-privileged",
  "kubernetes/windows-host-process-not-used",
  "kubernetes/host-network-not-shared",
  "kubernetes/host-pid-not-shared",
  "kubernetes/host-ipc-not-shared",
  "kubernetes/no-dangerous-capabilities",
  "kubernetes/no-host-path-volumes",
  "kubernetes/no-host-ports",
  "kubernetes/probes-stay-local",
  "kubernetes/apparmor-not-unconfined",
  "kubernetes/selinux-options-default",
  "kubernetes/proc-mount-default",
  "kubernetes/seccomp-not-unconfined",
  "kubernetes/sysctls-safe",
];

/** What level restricted asks for on top of baseline. */
const pssRestrictedOnly: readonly string[] = [
  "kubernetes/volume-types-restricted",
  "kubernetes/no-privilege-escalation",
  "kubernetes/run-as-non-root",
  "kubernetes/user-not-root",
  "kubernetes/seccomp-profile-set",
  "kubernetes/capabilities-dropped",
  "kubernetes/no-added-capabilities",
];

/** The named ways to judge. Each is data: no rule knows a profile's name. */
export const profiles: Readonly<Record<string, Profile>> = {
  "reference-design": {
    name: "reference-design",
    title: "DoD Enterprise DevSecOps Reference Design",
    description: "Every rule at the severity that the reference design gives it. The default.",
    rules: {},
    onlyListed: false,
    inlineIgnores: true,
    waiverMaximumDays: YEAR,
  },
  "pss-baseline": {
    name: "pss-baseline",
    title: "Pod Security Standards: baseline",
    description:
      "Only what the baseline level of the Kubernetes Pod Security Standards asks for, by Kubernetes version.",
    rules: {
      ...only(pssBaseline),
      // Restricted stays strict here, so this is an option and not the rule's own behaviour.
      "kubernetes/proc-mount-default": { severity: "error", options: { allowInUserNamespace: true } },
    },
    onlyListed: true,
    inlineIgnores: true,
    waiverMaximumDays: YEAR,
  },
  "pss-restricted": {
    name: "pss-restricted",
    title: "Pod Security Standards: restricted",
    description:
      "Only what the restricted level of the Kubernetes Pod Security Standards asks for, by Kubernetes version.",
    rules: {
      ...only([...pssBaseline, ...pssRestrictedOnly]),
      "kubernetes/capabilities-dropped": { severity: "error", options: { exactSpelling: true } },
    },
    onlyListed: true,
    inlineIgnores: true,
    waiverMaximumDays: YEAR,
  },
};
