import { defineRule, type CelRule } from "@plimsoll/core";
import { NOT_EPHEMERAL } from "../../shared-pods/conditions.ts";
import { unlessLimitRangeSets } from "../../shared-pods/limit-ranges.ts";
import { requestFromLimit } from "../../shared-pods/request-from-limit.ts";

export const rule: CelRule = defineRule({
  id: "kubernetes/memory-request-set",
  title: "Containers request memory",
  severity: "warning",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM018"],
  aliases: [
    "trivy:KSV-0016",
    "checkov:CKV_K8S_12",
    "kube-linter:unset-memory-requirements",
    "kube-score:container-resources",
    "kubescape:C-0004",
    "kubescape:C-0269",
    "polaris:memoryRequestsMissing",
    "kics:memory_requests_not_defined",
  ],
  since: "0.1.0",
  each: "containers",
  when: NOT_EPHEMERAL,
  require:
    "has(container.?resources.?requests.memory) || has(container.?resources.?limits.memory) || " +
    "(kubernetesMinor >= 34 && (has(podSpec.?resources.?requests.memory) || has(podSpec.?resources.?limits.memory)))",
  problem: "missing",
  at: ["resources.requests.memory"],
  message: 'Container "{name}" requests no memory.',
  also: [requestFromLimit("memory", "memory")],
  settle: unlessLimitRangeSets("requests.memory"),
});
