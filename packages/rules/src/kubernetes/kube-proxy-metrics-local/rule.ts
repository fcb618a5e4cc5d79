import { defineRule, type ResourceRule } from "@plimsoll/core";
import { checkFlags, type FlagData } from "../../shared-control-plane/check-flags.ts";
import { isLoopbackOrEmpty } from "../../shared-control-plane/flag-conditions.ts";

export const rule: ResourceRule<FlagData> = defineRule({
  id: "kubernetes/kube-proxy-metrics-local",
  title: "kube-proxy shows its metrics on the node only",
  severity: "warning",
  confidence: "high",
  surface: "kubernetes",
  catalogue: [],
  requirements: ["K8S-RD-1.2-ALIGNMENT", "T7-COMPLIANCE"],
  controls: ["cis-k8s:4.3.1", "nist-800-53r5:sc-7"],
  aliases: ["kubescape:C-0291"],
  since: "0.1.0",
  onlyIn: ["control-plane"],
  ...checkFlags([
    {
      components: ["kube-proxy"],
      flags: ["metrics-bind-address"],
      holds: isLoopbackOrEmpty,
      does: "shows its metrics to everybody who reaches the node",
      fix: () => "127.0.0.1:10249",
    },
  ]),
});
