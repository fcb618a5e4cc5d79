import { defineRule, type ResourceRule } from "@plimsoll/core";
import { checkFlags, type FlagData } from "../../shared-control-plane/check-flags.ts";
import { never } from "../../shared-control-plane/flag-conditions.ts";

export const rule: ResourceRule<FlagData> = defineRule({
  id: "kubernetes/api-server-basic-auth-off",
  title: "The API server takes no passwords from a file",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: [],
  requirements: ["K8S-RD-1.2-ALIGNMENT", "T7-COMPLIANCE"],
  controls: ["k8s-stig:V-245542", "nist-800-53r5:ia-5(1)"],
  aliases: ["checkov:CKV_K8S_69", "kics:basic_auth_file_is_set"],
  since: "0.1.0",
  onlyIn: ["control-plane"],
  ...checkFlags([
    {
      components: ["kube-apiserver"],
      flags: ["basic-auth-file"],
      holds: never,
      does: "takes passwords from a file",
      dropsFlag: true,
      onlyWritten: true,
      because: () => "is set",
    },
  ]),
});
