import { defineRule, type ResourceRule } from "@plimsoll/core";
import { checkPlugins, type PluginData } from "../../shared-control-plane/check-plugins.ts";

export const rule: ResourceRule<PluginData> = defineRule({
  id: "kubernetes/admission-node-restriction-on",
  title: "The admission plugin NodeRestriction is on",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: [],
  requirements: ["K8S-RD-1.2-ALIGNMENT", "T7-COMPLIANCE"],
  controls: ["cis-k8s:1.2.14", "nist-800-53r5:ac-3", "nist-800-53r5:ac-6"],
  aliases: [
    "checkov:CKV_K8S_85",
    "trivy:KCV-0016",
    "kubescape:C-0127",
    "kics:node_restriction_admission_control_plugin_not_set",
  ],
  since: "0.1.0",
  onlyIn: ["control-plane"],
  ...checkPlugins([
    { plugin: "NodeRestriction", mustBe: "on", does: "lets a node change other nodes and their pods" },
  ]),
});
