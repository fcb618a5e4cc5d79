import { defineRule, type CelRule } from "@plimsoll/core";

export const rule: CelRule = defineRule({
  id: "kubernetes/default-service-account-without-token",
  title: "Default service accounts mount no token",
  severity: "warning",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM023"],
  aliases: ["kubescape:C-0189"],
  since: "0.1.0",
  kinds: ["/ServiceAccount"],
  each: "resources",
  when: 'object.?metadata.?name.orValue("") == "default"',
  require: "object.?automountServiceAccountToken.orValue(true) == false",
  problem: "tokenMounted",
  at: ["automountServiceAccountToken", "metadata.name"],
  message:
    "The default service account gives its token to every pod of the namespace that does not refuse it.",
  fix: {
    title: "Set automountServiceAccountToken to false",
    safety: "review",
    set: [{ path: "automountServiceAccountToken", value: false }],
  },
});
