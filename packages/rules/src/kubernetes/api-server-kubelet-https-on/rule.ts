import { defineRule, type ResourceRule } from "@plimsoll/core";
import { checkFlags, type FlagData } from "../../shared-control-plane/check-flags.ts";
import { isOn } from "../../shared-control-plane/flag-values.ts";

export const rule: ResourceRule<FlagData> = defineRule({
  id: "kubernetes/api-server-kubelet-https-on",
  title: "The API server talks to kubelets over TLS",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: [],
  requirements: ["K8S-RD-1.2-ALIGNMENT", "T7-COMPLIANCE"],
  controls: ["nist-800-53r5:sc-8"],
  aliases: ["checkov:CKV_K8S_71", "trivy:KCV-0004", "kics:kubelet_https_set_to_false"],
  since: "0.1.0",
  onlyIn: ["control-plane"],
  ...checkFlags([
    {
      components: ["kube-apiserver"],
      flags: ["kubelet-https"],
      holds: isOn,
      does: "talks to kubelets without TLS",
      onlyWritten: true,
      fix: () => "true",
    },
  ]),
});
