import { defineRule, type ResourceRule } from "@plimsoll/core";
import { checkFlags, type FlagData } from "../../shared-control-plane/check-flags.ts";
import { isPositive } from "../../shared-control-plane/flag-conditions.ts";

export const rule: ResourceRule<FlagData> = defineRule({
  id: "kubernetes/kubelet-limits-processes",
  title: "Kubelets limit the processes of a pod",
  severity: "warning",
  confidence: "high",
  surface: "kubernetes",
  catalogue: [],
  requirements: ["K8S-RD-1.2-ALIGNMENT", "T7-COMPLIANCE"],
  controls: ["cis-k8s:4.2.13", "disa-image-guide:3.3", "nist-800-53r5:sc-5"],
  aliases: ["kubescape:C-0284"],
  since: "0.1.0",
  onlyIn: ["control-plane"],
  ...checkFlags([
    {
      components: ["kubelet"],
      flags: ["pod-max-pids"],
      holds: isPositive,
      does: "lets one pod start as many processes as the node has room for",
      fix: () => "1024",
    },
  ]),
});
