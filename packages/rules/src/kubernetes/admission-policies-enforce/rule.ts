import { defineRule, type CelRule } from "@plimsoll/core";
import { AUDIT_CHECKS } from "../../shared-admission/audit-checks.ts";

export const rule: CelRule = defineRule({
  id: "kubernetes/admission-policies-enforce",
  title: "Admission policies refuse what breaks them",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM038"],
  aliases: [],
  since: "0.1.0",
  each: "resources",
  when: "object.apiVersion.startsWith('kyverno.io/') && kind in ['ClusterPolicy', 'Policy'] && object.?spec.?rules.orValue([]).exists(rule, has(rule.validate) || has(rule.verifyImages)) && !object.?spec.?rules.orValue([]).exists(rule, has(rule.?validate.failureAction) || rule.?verifyImages.orValue([]).exists(image, has(image.failureAction)))",
  require: 'object.?spec.?validationFailureAction.orValue("Audit").lowerAscii() == "enforce"',
  problem: "audit",
  at: ["spec.validationFailureAction", "spec:"],
  message: '{kind} "{name}" only writes reports: what breaks it is admitted all the same.',
  fix: {
    title: "Enforce the policy",
    safety: "review",
    set: [{ path: "spec.validationFailureAction", value: "Enforce" }],
  },
  also: AUDIT_CHECKS,
});
