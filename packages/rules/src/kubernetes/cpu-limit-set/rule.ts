import { defineRule, type CelRule } from "@plimsoll/core";
import { NOT_EPHEMERAL } from "../../shared-pods/conditions.ts";
import { unlessLimitRangeSets } from "../../shared-pods/limit-ranges.ts";

export const rule: CelRule = defineRule({
  id: "kubernetes/cpu-limit-set",
  title: "Containers have a limit on CPU",
  severity: "warning",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM017"],
  aliases: [
    "trivy:KSV-0011",
    "checkov:CKV_K8S_11",
    "kube-linter:unset-cpu-requirements",
    "kube-score:container-resources",
    "kubescape:C-0009",
    "kubescape:C-0050",
    "kubescape:C-0270",
    "polaris:cpuLimitsMissing",
    "kics:cpu_limits_not_set",
  ],
  since: "0.1.0",
  each: "containers",
  when: NOT_EPHEMERAL,
  require:
    "has(container.?resources.?limits.cpu) || " +
    "(kubernetesMinor >= 34 && has(podSpec.?resources.?limits.cpu))",
  problem: "missing",
  at: ["resources.limits.cpu"],
  message: 'Container "{name}" has no limit on CPU.',
  settle: unlessLimitRangeSets("limits.cpu"),
});
