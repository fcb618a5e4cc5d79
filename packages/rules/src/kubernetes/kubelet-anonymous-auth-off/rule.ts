import { defineRule, type ResourceRule } from "@plimsoll/core";
import { checkFlags, type FlagData } from "../../shared-control-plane/check-flags.ts";
import { isOff } from "../../shared-control-plane/flag-values.ts";

export const rule: ResourceRule<FlagData> = defineRule({
  id: "kubernetes/kubelet-anonymous-auth-off",
  title: "Kubelets refuse requests without credentials",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: [],
  requirements: ["K8S-RD-1.2-ALIGNMENT", "T7-COMPLIANCE"],
  controls: ["k8s-stig:V-242391", "cis-k8s:4.2.1", "nist-800-53r5:ac-3"],
  aliases: [
    "checkov:CKV_K8S_138",
    "trivy:KCV-0079",
    "kubescape:C-0069",
    "kubescape:C-0172",
    "kics:anonymous_auth_is_not_set_to_false",
  ],
  since: "0.1.0",
  onlyIn: ["control-plane"],
  ...checkFlags([
    {
      components: ["kubelet"],
      flags: ["anonymous-auth"],
      holds: isOff,
      does: "answers requests without credentials",
      fix: () => "false",
    },
  ]),
});
