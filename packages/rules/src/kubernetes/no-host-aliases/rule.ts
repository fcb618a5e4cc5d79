import { defineRule, type CelRule } from "@plimsoll/core";

export const rule: CelRule = defineRule({
  id: "kubernetes/no-host-aliases",
  title: "Pods do not write names into /etc/hosts",
  severity: "warning",
  confidence: "medium",
  surface: "kubernetes",
  catalogue: ["KM030"],
  aliases: ["trivy:KSV-0007"],
  since: "0.1.0",
  each: "pods",
  require: "podSpec.?hostAliases.orValue([]).size() == 0",
  problem: "hostAliases",
  at: ["hostAliases:"],
  message:
    'The pods of {kind} "{name}" answer names themselves by hostAliases, past the cluster\'s name server.',
  fix: { title: "Remove hostAliases", safety: "review", remove: ["hostAliases"] },
});
