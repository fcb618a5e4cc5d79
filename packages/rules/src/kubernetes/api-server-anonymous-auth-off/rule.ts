import { defineRule, type ResourceRule } from "@plimsoll/core";
import { checkFlags, type FlagData } from "../../shared-control-plane/check-flags.ts";
import { isOff } from "../../shared-control-plane/flag-values.ts";

export const rule: ResourceRule<FlagData> = defineRule({
  id: "kubernetes/api-server-anonymous-auth-off",
  title: "The API server refuses requests without credentials",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: [],
  requirements: ["K8S-RD-1.2-ALIGNMENT", "T7-COMPLIANCE"],
  controls: ["k8s-stig:V-242390", "cis-k8s:1.2.1", "nist-800-53r5:ac-3"],
  aliases: [
    "checkov:CKV_K8S_68",
    "trivy:KCV-0001",
    "kubescape:C-0113",
    "kics:anonymous_auth_is_not_set_to_false",
  ],
  since: "0.1.0",
  onlyIn: ["control-plane"],
  ...checkFlags([
    {
      components: ["kube-apiserver"],
      flags: ["anonymous-auth"],
      holds: isOff,
      does: "answers requests without credentials",
      fix: () => "false",
    },
  ]),
});
