import { defineRule, type ResourceRule } from "@plimsoll/core";
import { checkPlugins, type PluginData } from "../../shared-control-plane/check-plugins.ts";

export const rule: ResourceRule<PluginData> = defineRule({
  id: "kubernetes/admission-service-accounts-on",
  title: "The admission plugin ServiceAccount is on",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: [],
  requirements: ["K8S-RD-1.2-ALIGNMENT", "T7-COMPLIANCE"],
  controls: ["cis-k8s:1.2.12", "nist-800-53r5:ac-2"],
  aliases: [
    "checkov:CKV_K8S_82",
    "trivy:KCV-0014",
    "kubescape:C-0125",
    "kics:service_account_admission_control_plugin_disabled",
  ],
  since: "0.1.0",
  onlyIn: ["control-plane"],
  ...checkPlugins([
    { plugin: "ServiceAccount", mustBe: "on", does: "starts pods without an identity of their own" },
  ]),
});
