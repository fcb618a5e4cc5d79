import { defineRule, type ResourceRule } from "@plimsoll/core";
import { checkFlags, type FlagData } from "../../shared-control-plane/check-flags.ts";
import { isOn } from "../../shared-control-plane/flag-values.ts";

export const rule: ResourceRule<FlagData> = defineRule({
  id: "kubernetes/controller-manager-separate-credentials",
  title: "Each controller has credentials of its own",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: [],
  requirements: ["K8S-RD-1.2-ALIGNMENT", "T7-COMPLIANCE"],
  controls: ["k8s-stig:V-242381", "cis-k8s:1.3.3", "nist-800-53r5:ac-2(1)"],
  aliases: [
    "checkov:CKV_K8S_108",
    "trivy:KCV-0035",
    "kubescape:C-0146",
    "kics:use_service_account_credentials_not_set_to_true",
  ],
  since: "0.1.0",
  onlyIn: ["control-plane"],
  ...checkFlags([
    {
      components: ["kube-controller-manager"],
      flags: ["use-service-account-credentials"],
      holds: isOn,
      does: "runs every controller with the same credentials",
      fix: () => "true",
    },
  ]),
});
