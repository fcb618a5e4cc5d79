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
  options: {
    allowed: {
      description: "Addresses that the platform team assigned.",
      schema: { type: "array", items: { type: "string" } },
      default: [],
    },
  },
  each: "resources.spec.externalIPs",
  require: "item in params.allowed",
  problem: "externalIp",
  at: [""],
  message: 'Service "{name}" takes the traffic for {value}, whoever owns that address.',
  fix: { title: "Remove the address", safety: "review", remove: [""] },
});
