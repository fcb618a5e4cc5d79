import { defineRule, type CelRule } from "@plimsoll/core";

export const rule: CelRule = defineRule({
  id: "kubernetes/no-external-name-services",
  title: "No Service stands for a name outside the cluster",
  severity: "warning",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM031"],
  aliases: ["bigbang:restrict-external-names"],
  since: "0.1.0",
  kinds: ["/Service"],
  each: "resources",
  require: 'object.?spec.?type.orValue("") != "ExternalName"',
  problem: "externalName",
  at: ["spec.externalName", "spec.type"],
  message: 'Service "{name}" sends its callers to {value}, past egress policies that go by Service.',
});
