import { defineRule, type ResourceRule } from "@plimsoll/core";
import { checkFlags, type FlagData } from "../../shared-control-plane/check-flags.ts";
import { isEmpty } from "../../shared-control-plane/flag-conditions.ts";

export const rule: ResourceRule<FlagData> = defineRule({
  id: "kubernetes/kubelet-static-pods-off",
  title: "Worker nodes run no static pods",
  severity: "info",
  confidence: "low",
  surface: "kubernetes",
  catalogue: [],
  requirements: ["K8S-RD-1.2-ALIGNMENT", "T7-COMPLIANCE"],
  controls: ["k8s-stig:V-242397", "nist-800-53r5:ac-3"],
  aliases: [],
  since: "0.1.0",
  onlyIn: ["control-plane"],
  ...checkFlags([
    {
      components: ["kubelet"],
      flags: ["pod-manifest-path"],
      holds: isEmpty,
      does: "starts every pod whose manifest is put into a folder of the node",
      dropsFlag: true,
      onlyWritten: true,
    },
  ]),
});
