import { defineRule, type ResourceRule } from "@plimsoll/core";
import { checkFlags, type FlagData } from "../../shared-control-plane/check-flags.ts";
import { isGateOff, givenGate, servesNoAlpha } from "../../shared-control-plane/flag-conditions.ts";
import { withGate } from "../../shared-control-plane/flag-values.ts";

export const rule: ResourceRule<FlagData> = defineRule({
  id: "kubernetes/alpha-features-off",
  title: "Features and APIs in alpha are not switched on together",
  severity: "warning",
  confidence: "high",
  surface: "kubernetes",
  catalogue: [],
  requirements: ["K8S-RD-1.2-ALIGNMENT", "T7-COMPLIANCE"],
  controls: ["k8s-stig:V-242400", "nist-800-53r5:cm-7"],
  aliases: [],
  since: "0.1.0",
  onlyIn: ["control-plane"],
  ...checkFlags([
    {
      components: ["kube-apiserver", "kube-controller-manager", "kube-scheduler", "kubelet", "kube-proxy"],
      flags: ["feature-gates"],
      holds: isGateOff("AllAlpha"),
      does: "runs every feature that is in alpha",
      onlyWritten: true,
      because: () => "has AllAlpha=true",
      blame: givenGate("AllAlpha"),
      fix: (value) => withGate(value ?? "", "AllAlpha", "false"),
    },
    {
      components: ["kube-apiserver"],
      flags: ["runtime-config"],
      holds: servesNoAlpha,
      does: "serves APIs that are in alpha",
      onlyWritten: true,
    },
  ]),
});
