import { defineRule, type CelRule } from "@plimsoll/core";

export const rule: CelRule = defineRule({
  id: "kubernetes/pods-managed-by-controllers",
  title: "Pods are made by controllers",
  severity: "warning",
  confidence: "medium",
  surface: "kubernetes",
  catalogue: ["KM047"],
  aliases: ["kubescape:C-0073", "polaris:nakedPod"],
  since: "0.1.0",
  kinds: ["/Pod", "apps/ReplicaSet"],
  each: "resources",
  when: 'object.?metadata.?ownerReferences.orValue([]).size() == 0 && !("helm.sh/hook" in object.?metadata.?annotations.orValue({}))',
  require: "false",
  problem: "bare",
  at: ["kind"],
  message:
    '{kind} "{name}" stands alone: nothing replaces it when its node fails, and nothing rolls out its next version.',
});
