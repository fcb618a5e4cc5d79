import { defineRule, appendInPart, type CelRule } from "@plimsoll/core";
import { oneFix } from "../../shared-objects/fixes.ts";

export const rule: CelRule = defineRule({
  id: "kubernetes/dns-options-set",
  title: "Pods look up outside names without detours",
  severity: "info",
  confidence: "low",
  surface: "kubernetes",
  catalogue: ["KM018"],
  aliases: ["kube-linter:dnsconfig-options"],
  since: "0.1.0",
  each: "pods",
  require: 'podSpec.?dnsConfig.?options.orValue([]).exists(option, option.?name.orValue("") == "ndots")',
  problem: "missing",
  at: ["dnsConfig.options", "podSpec:", "object.spec:"],
  fix: (part) =>
    oneFix(
      "Try outside names first",
      "review",
      appendInPart(part, "dnsConfig.options", { name: "ndots", value: "2" }),
    ),
  message:
    'The pods of {kind} "{name}" keep the default ndots of 5: each look-up of an outside name asks five times.',
});
