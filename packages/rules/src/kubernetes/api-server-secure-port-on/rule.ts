import { defineRule, type ResourceRule } from "@plimsoll/core";
import { checkFlags, type FlagData } from "../../shared-control-plane/check-flags.ts";

export const rule: ResourceRule<FlagData> = defineRule({
  id: "kubernetes/api-server-secure-port-on",
  title: "The API server serves over TLS",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: [],
  requirements: ["K8S-RD-1.2-ALIGNMENT", "T7-COMPLIANCE"],
  controls: ["k8s-stig:V-242389", "nist-800-53r5:ac-3"],
  aliases: ["checkov:CKV_K8S_89", "trivy:KCV-0017", "kubescape:C-0128", "kics:secure_port_set_to_zero"],
  since: "0.1.0",
  onlyIn: ["control-plane"],
  ...checkFlags([
    {
      components: ["kube-apiserver"],
      flags: ["secure-port"],
      holds: (value) => value !== "0",
      does: "does not serve over TLS",
      fix: () => "6443",
    },
  ]),
});
