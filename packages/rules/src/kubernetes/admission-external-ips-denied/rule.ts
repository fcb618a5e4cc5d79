import { defineRule, type ResourceRule } from "@plimsoll/core";
import { checkPlugins, type PluginData } from "../../shared-control-plane/check-plugins.ts";

export const rule: ResourceRule<PluginData> = defineRule({
  id: "kubernetes/admission-external-ips-denied",
  title: "The admission plugin DenyServiceExternalIPs is on",
  severity: "warning",
  confidence: "high",
  surface: "kubernetes",
  catalogue: [],
  requirements: ["K8S-RD-1.2-ALIGNMENT", "T7-COMPLIANCE"],
  controls: ["cis-k8s:1.2.3", "nist-800-53r5:sc-7"],
  aliases: ["kubescape:C-0283"],
  since: "0.1.0",
  onlyIn: ["control-plane"],
  ...checkPlugins([
    {
      plugin: "DenyServiceExternalIPs",
      mustBe: "on",
      does: "lets a Service take the traffic of addresses outside the cluster",
    },
  ]),
});
