import { defineRule, type CelRule } from "@plimsoll/core";

export const rule: CelRule = defineRule({
  id: "kubernetes/admission-webhooks-fail-closed",
  title: "Admission fails closed",
  severity: "error",
  confidence: "medium",
  surface: "kubernetes",
  catalogue: ["KM038"],
  aliases: [],
  since: "0.1.0",
  kinds: [
    "admissionregistration.k8s.io/ValidatingWebhookConfiguration",
    "admissionregistration.k8s.io/MutatingWebhookConfiguration",
  ],
  each: "resources.webhooks",
  require: 'item.?failurePolicy.orValue("Fail") != "Ignore"',
  problem: "webhookIgnored",
  at: ["failurePolicy"],
  message: 'Webhook "{item}" of {kind} "{name}" admits everything while it cannot be reached.',
  fix: {
    title: "Refuse what cannot be checked",
    safety: "review",
    set: [{ path: "failurePolicy", value: "Fail" }],
  },
});
