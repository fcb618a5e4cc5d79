import { defineRule, type ResourceRule } from "@plimsoll/core";
import { checkFlags, type FlagData } from "../../shared-control-plane/check-flags.ts";
import { credentialReason } from "../../shared-control-plane/flag-conditions.ts";
import { isCredentialFile } from "../../shared-control-plane/flag-values.ts";

export const rule: ResourceRule<FlagData> = defineRule({
  id: "kubernetes/controller-manager-signing-key-set",
  title: "The controller manager signs tokens with a key of their own",
  severity: "warning",
  confidence: "high",
  surface: "kubernetes",
  catalogue: [],
  requirements: ["K8S-RD-1.2-ALIGNMENT", "T7-COMPLIANCE"],
  controls: ["cis-k8s:1.3.4", "nist-800-53r5:ia-5(2)"],
  aliases: [
    "checkov:CKV_K8S_110",
    "trivy:KCV-0036",
    "kubescape:C-0147",
    "kics:service_account_private_key_file_not_defined",
  ],
  since: "0.1.0",
  onlyIn: ["control-plane"],
  ...checkFlags([
    {
      components: ["kube-controller-manager"],
      flags: ["service-account-private-key-file"],
      holds: isCredentialFile,
      does: "has no key of its own for the tokens of service accounts",
      isNeeded: true,
      because: credentialReason,
    },
  ]),
});
