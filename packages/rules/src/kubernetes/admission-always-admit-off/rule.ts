import { defineRule, type ResourceRule } from "@plimsoll/core";
import { checkPlugins, type PluginData } from "../../shared-control-plane/check-plugins.ts";

export const rule: ResourceRule<PluginData> = defineRule({
  id: "kubernetes/admission-always-admit-off",
  title: "The admission plugin AlwaysAdmit is off",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: [],
  requirements: ["K8S-RD-1.2-ALIGNMENT", "T7-COMPLIANCE"],
  controls: ["cis-k8s:1.2.10", "nist-800-53r5:cm-7"],
  aliases: [
    "checkov:CKV_K8S_79",
    "trivy:KCV-0011",
    "kubescape:C-0122",
    "kics:always_admit_admission_control_plugin_set",
  ],
  since: "0.1.0",
  onlyIn: ["control-plane"],
  ...checkPlugins([{ plugin: "AlwaysAdmit", mustBe: "off", does: "asks no admission policy" }]),
});
