import { defineRule, type ResourceRule } from "@plimsoll/core";
import { checkFlags, type FlagData } from "../../shared-control-plane/check-flags.ts";
import { never } from "../../shared-control-plane/flag-conditions.ts";

export const rule: ResourceRule<FlagData> = defineRule({
  id: "kubernetes/api-server-token-file-off",
  title: "The API server takes no tokens from a file",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: [],
  requirements: ["K8S-RD-1.2-ALIGNMENT", "T7-COMPLIANCE"],
  controls: ["k8s-stig:V-245543", "cis-k8s:1.2.2", "nist-800-53r5:ia-5(1)"],
  aliases: ["checkov:CKV_K8S_70", "trivy:KCV-0002", "kubescape:C-0114", "kics:token_auth_file_is_set"],
  since: "0.1.0",
  onlyIn: ["control-plane"],
  ...checkFlags([
    {
      components: ["kube-apiserver"],
      flags: ["token-auth-file"],
      holds: never,
      does: "takes tokens from a file",
      dropsFlag: true,
      onlyWritten: true,
      because: () => "is set",
    },
  ]),
});
