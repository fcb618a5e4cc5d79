import { defineRule, type Problem, type Resource, type ResourceRule } from "@plimsoll/core";
import { pluginsOfConfigMap, policylessPlugin } from "../../shared-control-plane/network-plugins.ts";

interface Data {
  readonly type: string;
}

function* check(resource: Resource): Iterable<Problem<Data>> {
  const own = resource.kind === "ConfigMap" ? undefined : policylessPlugin(resource.node);
  const found = own === undefined ? [...pluginsOfConfigMap(resource)] : [own];
  for (const { type, at } of found) yield { problem: "noPolicies", at, subject: type, data: { type } };
}

export const rule: ResourceRule<Data> = defineRule({
  id: "kubernetes/network-plugin-enforces-policies",
  title: "The network plugin enforces network policies",
  severity: "error",
  confidence: "medium",
  surface: "kubernetes",
  catalogue: [],
  requirements: ["K8S-RD-1.2-ALIGNMENT", "T7-COMPLIANCE"],
  controls: ["cis-k8s:5.3.1", "nist-800-53r5:sc-7"],
  aliases: ["kubescape:C-0205", "kics:cni_plugin_does_not_support_network_policies"],
  since: "0.1.0",
  onlyIn: ["control-plane"],
  kinds: ["/ConfigMap"],
  files: ["NetworkPluginConfiguration"],
  check,
  message: ({ data: { type } }) =>
    `Network plugin ${type} enforces no NetworkPolicy: every pod reaches every other, whatever the policies say.`,
});
