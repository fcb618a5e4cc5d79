import { defineRule, type ResourceRule } from "@plimsoll/core";
import { checkFlags, type FlagData } from "../../shared-control-plane/check-flags.ts";
import { isGiven } from "../../shared-control-plane/flag-values.ts";

export const rule: ResourceRule<FlagData> = defineRule({
  id: "kubernetes/api-server-encryption-configured",
  title: "The API server encrypts secrets before it stores them",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: [],
  requirements: ["K8S-RD-1.2-ALIGNMENT", "T7-COMPLIANCE"],
  controls: ["cis-k8s:1.2.27", "nist-800-53r5:sc-28"],
  aliases: [
    "checkov:CKV_K8S_104",
    "trivy:KCV-0030",
    "kubescape:C-0066",
    "kubescape:C-0141",
    "kics:encryption_provider_config_is_not_defined",
  ],
  since: "0.1.0",
  onlyIn: ["control-plane"],
  ...checkFlags([
    {
      components: ["kube-apiserver"],
      flags: ["encryption-provider-config"],
      holds: isGiven,
      does: "stores secrets as they are",
      isNeeded: true,
    },
  ]),
});
