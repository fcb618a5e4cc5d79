import { defineRule, type ResourceRule } from "@plimsoll/core";
import { checkFlags, type FlagData } from "../../shared-control-plane/check-flags.ts";
import { never, isGateOff, givenGate } from "../../shared-control-plane/flag-conditions.ts";
import { isOff, withGate } from "../../shared-control-plane/flag-values.ts";

export const rule: ResourceRule<FlagData> = defineRule({
  id: "kubernetes/dynamic-settings-off",
  title: "Kubelets and audit take no settings from the cluster while they run",
  severity: "warning",
  confidence: "high",
  surface: "kubernetes",
  catalogue: [],
  requirements: ["K8S-RD-1.2-ALIGNMENT", "T7-COMPLIANCE"],
  controls: ["k8s-stig:V-242398", "k8s-stig:V-242399", "nist-800-53r5:ac-3"],
  aliases: [],
  since: "0.1.0",
  onlyIn: ["control-plane"],
  ...checkFlags([
    {
      components: ["kube-apiserver"],
      flags: ["feature-gates"],
      holds: isGateOff("DynamicAuditing"),
      does: "lets objects of the cluster change where audit records go",
      onlyWritten: true,
      because: () => "has DynamicAuditing=true",
      blame: givenGate("DynamicAuditing"),
      fix: (value) => withGate(value ?? "", "DynamicAuditing", "false"),
    },
    {
      components: ["kube-apiserver"],
      flags: ["audit-dynamic-configuration"],
      holds: isOff,
      does: "lets objects of the cluster change where audit records go",
      onlyWritten: true,
      fix: () => "false",
    },
    {
      components: ["kube-apiserver", "kube-controller-manager", "kubelet"],
      flags: ["feature-gates"],
      holds: isGateOff("DynamicKubeletConfig"),
      does: "lets objects of the cluster change kubelets",
      onlyWritten: true,
      because: () => "has DynamicKubeletConfig=true",
      blame: givenGate("DynamicKubeletConfig"),
      fix: (value) => withGate(value ?? "", "DynamicKubeletConfig", "false"),
    },
    {
      components: ["kubelet"],
      flags: ["dynamic-config-dir"],
      holds: never,
      does: "takes its settings from objects of the cluster",
      onlyWritten: true,
      dropsFlag: true,
    },
  ]),
});
