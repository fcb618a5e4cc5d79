import { defineRule, type CelRule } from "@plimsoll/core";

export const rule: CelRule = defineRule({
  id: "kubernetes/no-external-ips",
  title: "No Service takes traffic for external addresses",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM031"],
  aliases: ["trivy:KSV-0108", "gatekeeper:externalip"],
  since: "0.1.0",
  kinds: ["/Service"],
  each: "resources",
  require: "object.?spec.?externalIPs.orValue([]).size() == 0",
  problem: "externalIPs",
  at: ["spec.externalIPs:"],
  message: 'Service "{name}" takes the traffic for the addresses in externalIPs, whoever owns them.',
  fix: { title: "Remove externalIPs", safety: "review", remove: ["spec.externalIPs"] },
});
