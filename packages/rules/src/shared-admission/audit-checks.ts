import type { CelCheck } from "@plimsoll/core";

/** CEL checks on policies that name their mode, beside those of `ClusterPolicy` with one mode for all rules. */
export const AUDIT_CHECKS: readonly CelCheck[] = [
  {
    each: "resources.spec.rules",
    when: 'kind in ["ClusterPolicy", "Policy"]',
    require: 'item.?validate.?failureAction.orValue("Enforce").lowerAscii() == "enforce"',
    problem: "audit",
    at: ["validate.failureAction"],
    message: 'A rule of {kind} "{name}" only writes reports: what breaks it is admitted all the same.',
    fix: {
      title: "Enforce the rule",
      safety: "review",
      set: [{ path: "validate.failureAction", value: "Enforce" }],
    },
  },
  {
    each: "resources",
    when: 'kind == "ValidatingAdmissionPolicyBinding"',
    require: 'object.?spec.?validationActions.orValue([]).exists(action, action == "Deny")',
    problem: "audit",
    at: ["spec.validationActions:", "spec:"],
    message: '{kind} "{name}" does not deny: what breaks its policy is admitted all the same.',
    fix: {
      title: "Deny what breaks the policy",
      safety: "review",
      set: [{ path: "spec.validationActions", value: ["Deny"] }],
    },
  },
  {
    each: "resources",
    when: 'kind in ["ValidatingPolicy", "ImageValidatingPolicy"]',
    require: 'object.?spec.?validationActions.orValue(["Deny"]).exists(action, action == "Deny")',
    problem: "audit",
    at: ["spec.validationActions:"],
    message: '{kind} "{name}" does not deny: what breaks it is admitted all the same.',
    fix: {
      title: "Deny what breaks the policy",
      safety: "review",
      set: [{ path: "spec.validationActions", value: ["Deny"] }],
    },
  },
  {
    each: "resources",
    when: 'object.apiVersion.startsWith("constraints.gatekeeper.sh/")',
    require: '!(object.?spec.?enforcementAction.orValue("deny") in ["dryrun", "warn"])',
    problem: "audit",
    at: ["spec.enforcementAction"],
    message: '{kind} "{name}" does not deny: what breaks it is admitted all the same.',
    fix: {
      title: "Deny what breaks the constraint",
      safety: "review",
      set: [{ path: "spec.enforcementAction", value: "deny" }],
    },
  },
  {
    each: "resources",
    when: 'kind in ["ClusterAdmissionPolicy", "AdmissionPolicy"]',
    require: 'object.?spec.?mode.orValue("protect") != "monitor"',
    problem: "audit",
    at: ["spec.mode"],
    message: '{kind} "{name}" only watches: what breaks it is admitted all the same.',
    fix: { title: "Protect", safety: "review", set: [{ path: "spec.mode", value: "protect" }] },
  },
  {
    each: "resources",
    when: 'kind == "ValidatingAdmissionPolicy"',
    require: 'object.?spec.?failurePolicy.orValue("Fail") != "Ignore"',
    problem: "ignored",
    at: ["spec.failurePolicy"],
    message: '{kind} "{name}" admits what it cannot judge.',
    fix: {
      title: "Refuse what cannot be judged",
      safety: "review",
      set: [{ path: "spec.failurePolicy", value: "Fail" }],
    },
  },
];
