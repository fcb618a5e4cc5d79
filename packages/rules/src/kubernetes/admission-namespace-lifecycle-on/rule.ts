import { defineRule, type ResourceRule } from "@plimsoll/core";
import { checkPlugins, type PluginData } from "../../shared-control-plane/check-plugins.ts";

export const rule: ResourceRule<PluginData> = defineRule({
  id: "kubernetes/admission-namespace-lifecycle-on",
  title: "The admission plugin NamespaceLifecycle is on",
  severity: "warning",
  confidence: "high",
  surface: "kubernetes",
  catalogue: [],
  requirements: ["K8S-RD-1.2-ALIGNMENT", "T7-COMPLIANCE"],
  controls: ["cis-k8s:1.2.13", "nist-800-53r5:cm-6"],
  aliases: [
    "checkov:CKV_K8S_83",
    "trivy:KCV-0015",
    "kubescape:C-0126",
    "kics:namespace_lifecycle_admission_control_plugin_disabled",
  ],
  since: "0.1.0",
  onlyIn: ["control-plane"],
  ...checkPlugins([
    {
      plugin: "NamespaceLifecycle",
      mustBe: "on",
      does: "takes objects into namespaces that are being deleted",
    },
  ]),
});
