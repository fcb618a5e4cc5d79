import { defineRule, type CelRule } from "@plimsoll/core";
import { NOT_EPHEMERAL } from "../../shared-pods/conditions.ts";
import { unlessLimitRangeSets } from "../../shared-pods/limit-ranges.ts";
import { requestFromLimit } from "../../shared-pods/request-from-limit.ts";

export const rule: CelRule = defineRule({
  id: "kubernetes/cpu-request-set",
  title: "Containers request CPU",
  severity: "warning",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM018"],
  aliases: [
    "trivy:KSV-0015",
    "checkov:CKV_K8S_10",
    "kube-linter:unset-cpu-requirements",
    "kube-score:container-resources",
    "kubescape:C-0050",
    "kubescape:C-0268",
    "polaris:cpuRequestsMissing",
    "kics:cpu_requests_not_set",
  ],
  since: "0.1.0",
  each: "containers",
  when: NOT_EPHEMERAL,
  require:
    "has(container.?resources.?requests.cpu) || has(container.?resources.?limits.cpu) || " +
    "(kubernetesMinor >= 34 && (has(podSpec.?resources.?requests.cpu) || has(podSpec.?resources.?limits.cpu)))",
  problem: "missing",
  at: ["resources.requests.cpu"],
  message: 'Container "{name}" requests no CPU.',
  also: [requestFromLimit("cpu", "CPU")],
  settle: unlessLimitRangeSets("requests.cpu"),
});
