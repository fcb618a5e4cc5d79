import { defineRule, type CelRule } from "@plimsoll/core";

export const rule: CelRule = defineRule({
  id: "kubernetes/dashboard-not-deployed",
  title: "The Kubernetes dashboard is not deployed",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM042"],
  aliases: ["checkov:CKV_K8S_33", "kics:dashboard_is_enabled"],
  since: "0.1.0",
  each: "containers",
  require:
    '!container.?image.orValue("").contains("kubernetes-dashboard") && !container.?image.orValue("").contains("kubernetesui/dashboard")',
  problem: "image",
  at: ["image"],
  message: 'Container "{name}" runs the Kubernetes dashboard, which the STIG wants gone.',
  also: [
    {
      each: "pods",
      when: 'podSpec.?containers.orValue([]).all(one, !one.?image.orValue("").contains("kubernetes-dashboard") && !one.?image.orValue("").contains("kubernetesui/dashboard"))',
      require:
        'object.?metadata.?labels[?"app"].orValue("") != "kubernetes-dashboard" && object.?metadata.?labels[?"k8s-app"].orValue("") != "kubernetes-dashboard"',
      problem: "label",
      at: ['object.metadata.labels["k8s-app"]', 'object.metadata.labels["app"]'],
      message: '{kind} "{name}" is labelled as the Kubernetes dashboard, which the STIG wants gone.',
    },
  ],
});
