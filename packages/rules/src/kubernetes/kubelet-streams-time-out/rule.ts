import { defineRule, type ResourceRule } from "@plimsoll/core";
import { checkFlags, type FlagData } from "../../shared-control-plane/check-flags.ts";
import { isPositiveDuration } from "../../shared-control-plane/flag-conditions.ts";

export const rule: ResourceRule<FlagData> = defineRule({
  id: "kubernetes/kubelet-streams-time-out",
  title: "Kubelets end idle streams",
  severity: "warning",
  confidence: "high",
  surface: "kubernetes",
  catalogue: [],
  requirements: ["K8S-RD-1.2-ALIGNMENT", "T7-COMPLIANCE"],
  controls: ["k8s-stig:V-245541", "k8s-stig:V-242416", "cis-k8s:4.2.5", "nist-800-53r5:sc-10"],
  aliases: [
    "checkov:CKV_K8S_143",
    "trivy:KCV-0085",
    "kubescape:C-0176",
    "kics:kubelet_streaming_connection_timeout_disabled",
  ],
  since: "0.1.0",
  onlyIn: ["control-plane"],
  ...checkFlags([
    {
      components: ["kubelet"],
      flags: ["streaming-connection-idle-timeout"],
      holds: isPositiveDuration,
      does: "keeps idle shells and port forwards open for ever",
      fix: () => "5m",
    },
  ]),
});
