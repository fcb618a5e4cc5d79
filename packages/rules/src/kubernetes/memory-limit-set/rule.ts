import { defineRule, type CelRule } from "@plimsoll/core";
import { NOT_EPHEMERAL } from "../../shared-pods/conditions.ts";
import { unlessLimitRangeSets } from "../../shared-pods/limit-ranges.ts";

export const rule: CelRule = defineRule({
  id: "kubernetes/memory-limit-set",
  title: "Containers have a limit on memory",
  severity: "warning",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM017"],
  aliases: [
    "trivy:KSV-0018",
    "checkov:CKV_K8S_13",
    "kube-linter:unset-memory-requirements",
    "kube-score:container-resources",
    "kubescape:C-0004",
    "kubescape:C-0009",
    "kubescape:C-0271",
    "polaris:memoryLimitsMissing",
    "kics:memory_limits_not_defined",
  ],
  since: "0.1.0",
  each: "containers",
  when: NOT_EPHEMERAL,
  require:
    "has(container.?resources.?limits.memory) || " +
    "(kubernetesMinor >= 34 && has(podSpec.?resources.?limits.memory))",
  problem: "missing",
  at: ["resources.limits.memory"],
  message: 'Container "{name}" has no limit on memory.',
  settle: unlessLimitRangeSets("limits.memory"),
});
