import { defineRule, type Problem, type Resource, type ResourceRule, type RuleContext } from "@plimsoll/core";
import { asSequence, getNode, scalarText } from "@plimsoll/syntax";
import { checkPlugins, type PluginData } from "../../shared-control-plane/check-plugins.ts";
import { keySpan } from "../../shared-objects/spans.ts";

const PLUGIN = "EventRateLimit";

const apiServer = checkPlugins([
  { plugin: PLUGIN, mustBe: "on", does: "takes as many events as it is sent", needsConfiguration: true },
]);

/** Undefined where the problem is one of an `AdmissionConfiguration`. */
type Data = PluginData | undefined;

function* check(resource: Resource, context: RuleContext): Iterable<Problem<Data>> {
  yield* apiServer.check(resource, context);
  if (resource.group !== "apiserver.config.k8s.io" || resource.kind !== "AdmissionConfiguration") return;
  const plugins = asSequence(getNode(resource.node, ["plugins"]))?.items ?? [];
  if (plugins.some((plugin) => scalarText(getNode(plugin, ["name"])) === PLUGIN)) return;
  yield {
    problem: "notConfigured",
    at: keySpan(resource.node, ["plugins"]),
    subject: PLUGIN,
    data: undefined,
  };
}

export const rule: ResourceRule<Data> = defineRule({
  id: "kubernetes/admission-event-rate-limited",
  title: "The admission plugin EventRateLimit is on and configured",
  severity: "info",
  confidence: "high",
  surface: "kubernetes",
  catalogue: [],
  requirements: ["K8S-RD-1.2-ALIGNMENT", "T7-COMPLIANCE"],
  controls: ["cis-k8s:1.2.9", "nist-800-53r5:sc-5"],
  aliases: [
    "checkov:CKV_K8S_78",
    "trivy:KCV-0010",
    "kubescape:C-0121",
    "kics:event_rate_limit_admission_control_plugin_not_set",
  ],
  since: "0.1.0",
  onlyIn: ["control-plane"],
  files: ["RancherConfiguration"],
  check,
  message(problem, context) {
    const { data } = problem;
    if (data !== undefined) return apiServer.message({ ...problem, data }, context);
    return "AdmissionConfiguration sets no limit on events: plugins lacks EventRateLimit.";
  },
});
