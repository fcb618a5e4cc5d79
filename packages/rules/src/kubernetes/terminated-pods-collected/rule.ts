import { defineRule, type ResourceRule } from "@plimsoll/core";
import { checkFlags, type FlagData } from "../../shared-control-plane/check-flags.ts";
import { isReasonableThreshold } from "../../shared-control-plane/flag-conditions.ts";

export const rule: ResourceRule<FlagData> = defineRule({
  id: "kubernetes/terminated-pods-collected",
  title: "Terminated pods are cleared away",
  severity: "info",
  confidence: "high",
  surface: "kubernetes",
  catalogue: [],
  requirements: ["K8S-RD-1.2-ALIGNMENT", "T7-COMPLIANCE"],
  controls: ["cis-k8s:1.3.1", "nist-800-53r5:sc-5"],
  aliases: [
    "checkov:CKV_K8S_106",
    "trivy:KCV-0033",
    "kubescape:C-0144",
    "kics:terminated_pod_garbage_collector_threshold_not_properly_set",
  ],
  since: "0.1.0",
  onlyIn: ["control-plane"],
  ...checkFlags([
    {
      components: ["kube-controller-manager"],
      flags: ["terminated-pod-gc-threshold"],
      holds: isReasonableThreshold,
      does: "keeps too many terminated pods",
      isNeeded: true,
      because: (value) => `is "${value}", where 1 to 12499 is asked for`,
      fix: () => "1000",
    },
  ]),
});
