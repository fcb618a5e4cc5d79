import { defineRule, type ResourceRule } from "@plimsoll/core";
import { checkPlugins, type PluginData } from "../../shared-control-plane/check-plugins.ts";

export const rule: ResourceRule<PluginData> = defineRule({
  id: "kubernetes/admission-always-pull-images-on",
  title: "The admission plugin AlwaysPullImages is on",
  severity: "warning",
  confidence: "high",
  surface: "kubernetes",
  catalogue: [],
  requirements: ["K8S-RD-1.2-ALIGNMENT", "T7-COMPLIANCE"],
  controls: ["cis-k8s:1.2.11", "nist-800-53r5:ac-3"],
  aliases: [
    "checkov:CKV_K8S_80",
    "trivy:KCV-0012",
    "kubescape:C-0123",
    "kics:always_pull_images_admission_control_plugin_not_set",
  ],
  since: "0.1.0",
  onlyIn: ["control-plane"],
  ...checkPlugins([
    {
      plugin: "AlwaysPullImages",
      mustBe: "on",
      does: "lets pods run images of others that are on the node already",
    },
  ]),
});
