import { defineRule, type ResourceRule } from "@plimsoll/core";
import { checkFlags, type FlagData } from "../../shared-control-plane/check-flags.ts";

export const rule: ResourceRule<FlagData> = defineRule({
  id: "kubernetes/api-server-insecure-port-off",
  title: "The API server opens no port without TLS",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: [],
  requirements: ["K8S-RD-1.2-ALIGNMENT", "T7-COMPLIANCE"],
  controls: ["k8s-stig:V-242386", "nist-800-53r5:ac-3"],
  aliases: ["checkov:CKV_K8S_88", "kubescape:C-0005", "kics:insecure_port_not_properly_set"],
  since: "0.1.0",
  onlyIn: ["control-plane"],
  ...checkFlags([
    {
      components: ["kube-apiserver"],
      flags: ["insecure-port"],
      holds: (value) => value === "0",
      does: "serves everybody without TLS and without authorization",
      fix: () => "0",
    },
  ]),
});
