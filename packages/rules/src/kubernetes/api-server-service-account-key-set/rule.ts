import { defineRule, type ResourceRule } from "@plimsoll/core";
import { checkFlags, type FlagData } from "../../shared-control-plane/check-flags.ts";
import { credentialReason } from "../../shared-control-plane/flag-conditions.ts";
import { isCredentialFile } from "../../shared-control-plane/flag-values.ts";

export const rule: ResourceRule<FlagData> = defineRule({
  id: "kubernetes/api-server-service-account-key-set",
  title: "The API server verifies tokens with a key of their own",
  severity: "warning",
  confidence: "high",
  surface: "kubernetes",
  catalogue: [],
  requirements: ["K8S-RD-1.2-ALIGNMENT", "T7-COMPLIANCE"],
  controls: ["cis-k8s:1.2.22", "nist-800-53r5:ia-5(2)"],
  aliases: [
    "checkov:CKV_K8S_97",
    "trivy:KCV-0025",
    "kubescape:C-0136",
    "kics:service_account_key_file_not_properly_set",
  ],
  since: "0.1.0",
  onlyIn: ["control-plane"],
  ...checkFlags([
    {
      components: ["kube-apiserver"],
      flags: ["service-account-key-file"],
      holds: isCredentialFile,
      does: "has no key of its own for the tokens of service accounts",
      isNeeded: true,
      because: credentialReason,
    },
  ]),
});
