import { defineRule, type ResourceRule } from "@plimsoll/core";
import { checkFlags, type FlagData } from "../../shared-control-plane/check-flags.ts";
import { isOn } from "../../shared-control-plane/flag-values.ts";

export const rule: ResourceRule<FlagData> = defineRule({
  id: "kubernetes/api-server-looks-up-service-accounts",
  title: "The API server refuses tokens of deleted service accounts",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: [],
  requirements: ["K8S-RD-1.2-ALIGNMENT", "T7-COMPLIANCE"],
  controls: ["cis-k8s:1.2.21", "nist-800-53r5:ac-2"],
  aliases: [
    "checkov:CKV_K8S_96",
    "trivy:KCV-0024",
    "kubescape:C-0135",
    "kics:service_account_lookup_set_to_false",
  ],
  since: "0.1.0",
  onlyIn: ["control-plane"],
  ...checkFlags([
    {
      components: ["kube-apiserver"],
      flags: ["service-account-lookup"],
      holds: isOn,
      does: "accepts tokens of service accounts that were deleted",
      fix: () => "true",
    },
  ]),
});
