import { defineRule, type CelRule } from "@plimsoll/core";

export const rule: CelRule = defineRule({
  id: "kubernetes/scc-not-privileged",
  title: "SecurityContextConstraints allow no privileged containers",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM004"],
  aliases: ["kube-linter:scc-deny-privileged-container"],
  since: "0.1.0",
  kinds: ["SecurityContextConstraints"],
  each: "resources",
  require: "object.?allowPrivilegedContainer.orValue(false) != true",
  problem: "privileged",
  at: ["allowPrivilegedContainer"],
  message: 'SecurityContextConstraints "{name}" lets pods run privileged containers.',
  fix: {
    title: "Allow no privileged containers",
    safety: "review",
    set: [{ path: "allowPrivilegedContainer", value: false }],
  },
});
