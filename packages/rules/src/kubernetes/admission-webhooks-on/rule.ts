import { defineRule, type ResourceRule } from "@plimsoll/core";
import { checkPlugins, type PluginData } from "../../shared-control-plane/check-plugins.ts";

export const rule: ResourceRule<PluginData> = defineRule({
  id: "kubernetes/admission-webhooks-on",
  title: "The admission plugins for webhooks are on",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: [],
  requirements: ["K8S-RD-1.2-ALIGNMENT", "T7-COMPLIANCE"],
  controls: ["k8s-stig:V-242436", "nist-800-53r5:ac-6(8)"],
  aliases: [],
  since: "0.1.0",
  onlyIn: ["control-plane"],
  ...checkPlugins([
    {
      plugin: "ValidatingAdmissionWebhook",
      mustBe: "on",
      does: "asks no policy engine before it admits an object",
    },
    { plugin: "MutatingAdmissionWebhook", mustBe: "on", does: "lets no policy engine change an object" },
    {
      plugin: "ValidatingAdmissionPolicy",
      mustBe: "on",
      does: "asks no admission policy before it admits an object",
    },
  ]),
});
