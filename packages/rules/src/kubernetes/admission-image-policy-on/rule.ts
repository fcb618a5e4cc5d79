import { defineRule, type ResourceRule } from "@plimsoll/core";
import { checkPlugins, type PluginData } from "../../shared-control-plane/check-plugins.ts";

export const rule: ResourceRule<PluginData> = defineRule({
  id: "kubernetes/admission-image-policy-on",
  title: "The admission plugin ImagePolicyWebhook is on",
  severity: "info",
  confidence: "high",
  surface: "kubernetes",
  catalogue: [],
  requirements: ["K8S-RD-1.2-ALIGNMENT", "T7-COMPLIANCE"],
  controls: ["nist-800-53r5:cm-7(5)"],
  aliases: ["kubescape:C-0289", "kics:image_policy_webhook_admission_control_plugin_not_set"],
  since: "0.1.0",
  onlyIn: ["control-plane"],
  ...checkPlugins([
    {
      plugin: "ImagePolicyWebhook",
      mustBe: "on",
      does: "asks no image policy before it admits a pod",
      needsConfiguration: true,
    },
  ]),
});
