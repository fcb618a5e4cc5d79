import { defineRule, type Problem, type Resource, type ResourceRule, type RuleContext } from "@plimsoll/core";
import { needsPodSecurity } from "../../shared-control-plane/admission-versions.ts";
import { checkFlags, type FlagData } from "../../shared-control-plane/check-flags.ts";
import { checkPlugins, type PluginData } from "../../shared-control-plane/check-plugins.ts";
import { isGiven } from "../../shared-control-plane/flag-values.ts";

const DOES = "holds pods of the cluster to no Pod Security Standard";

const plugin = checkPlugins([
  { plugin: "PodSecurity", mustBe: "on", does: DOES, appliesTo: needsPodSecurity },
]);
const file = checkFlags([
  {
    components: ["kube-apiserver"],
    flags: ["admission-control-config-file"],
    holds: isGiven,
    isNeeded: true,
    does: DOES,
    appliesTo: needsPodSecurity,
  },
]);

type Data = { readonly plugin: Problem<PluginData> } | { readonly file: Problem<FlagData> };

function* check(resource: Resource, context: RuleContext): Iterable<Problem<Data>> {
  for (const problem of plugin.check(resource, context)) yield { ...problem, data: { plugin: problem } };
  for (const problem of file.check(resource, context)) yield { ...problem, data: { file: problem } };
}

export const rule: ResourceRule<Data> = defineRule({
  id: "kubernetes/admission-pod-security-on",
  title: "The API server holds pods to a Pod Security Standard",
  severity: "error",
  confidence: "medium",
  surface: "kubernetes",
  catalogue: [],
  requirements: ["K8S-RD-1.2-ALIGNMENT", "T7-COMPLIANCE"],
  controls: ["k8s-stig:V-254800", "k8s-stig:V-242437", "nist-800-53r5:ac-16"],
  aliases: [
    "checkov:CKV_K8S_81",
    "checkov:CKV_K8S_84",
    "trivy:KCV-0013",
    "kubescape:C-0124",
    "kics:pod_security_policy_admission_control_plugin_not_set",
    "kics:security_context_deny_admission_control_plugin_not_set",
  ],
  since: "0.1.0",
  onlyIn: ["control-plane"],
  files: ["RancherConfiguration"],
  check,
  message({ data }, context) {
    return "plugin" in data ? plugin.message(data.plugin, context) : file.message(data.file, context);
  },
  fix({ data }, resource, context) {
    return "plugin" in data ? plugin.fix(data.plugin, resource, context) : [];
  },
});
