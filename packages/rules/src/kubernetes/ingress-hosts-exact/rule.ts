import { defineRule, type CelRule } from "@plimsoll/core";

export const rule: CelRule = defineRule({
  id: "kubernetes/ingress-hosts-exact",
  title: "An Ingress names its hosts",
  severity: "warning",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM031"],
  aliases: ["gatekeeper:block-wildcard-ingress"],
  since: "0.1.0",
  kinds: ["networking.k8s.io/Ingress", "extensions/Ingress"],
  each: "resources.spec.rules",
  require: 'item.?host.orValue("") != "" && !item.?host.orValue("").startsWith("*")',
  problem: "wildcard",
  at: ["host", ""],
  message: 'Ingress "{name}" takes the traffic of hosts that it does not name.',
});
