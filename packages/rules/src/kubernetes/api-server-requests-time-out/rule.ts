import { defineRule, type ResourceRule } from "@plimsoll/core";
import { checkFlags, type FlagData } from "../../shared-control-plane/check-flags.ts";
import { endsInTime } from "../../shared-control-plane/flag-conditions.ts";

export const rule: ResourceRule<FlagData> = defineRule({
  id: "kubernetes/api-server-requests-time-out",
  title: "The API server ends requests in time",
  severity: "warning",
  confidence: "high",
  surface: "kubernetes",
  catalogue: [],
  requirements: ["K8S-RD-1.2-ALIGNMENT", "T7-COMPLIANCE"],
  controls: ["k8s-stig:V-242438", "cis-k8s:1.2.20", "nist-800-53r5:sc-5"],
  aliases: ["checkov:CKV_K8S_95", "kubescape:C-0134", "kics:request_timeout_not_properly_set"],
  since: "0.1.0",
  onlyIn: ["control-plane"],
  ...checkFlags([
    {
      components: ["kube-apiserver"],
      flags: ["request-timeout"],
      holds: endsInTime,
      does: "keeps slow requests open",
      because: (value) => `is "${value}", where at most five minutes are asked for`,
      fix: () => "300s",
    },
  ]),
});
