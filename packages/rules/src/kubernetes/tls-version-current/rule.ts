import { defineRule, type ResourceRule } from "@plimsoll/core";
import { checkFlags, type FlagData } from "../../shared-control-plane/check-flags.ts";
import { isCurrentVersion } from "../../shared-control-plane/flag-conditions.ts";

export const rule: ResourceRule<FlagData> = defineRule({
  id: "kubernetes/tls-version-current",
  title: "Components of Kubernetes refuse TLS below 1.2",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: [],
  requirements: ["K8S-RD-1.2-ALIGNMENT", "T7-COMPLIANCE"],
  controls: [
    "k8s-stig:V-242376",
    "k8s-stig:V-242377",
    "k8s-stig:V-242378",
    "k8s-stig:V-242468",
    "nist-800-53r5:ac-17(2)",
  ],
  aliases: [],
  since: "0.1.0",
  onlyIn: ["control-plane"],
  ...checkFlags([
    {
      components: ["kube-apiserver", "kube-controller-manager", "kube-scheduler", "kubelet", "etcd"],
      flags: ["tls-min-version"],
      holds: isCurrentVersion,
      does: "accepts TLS that is out of date",
      onlyWritten: true,
      fix: (value) => (value?.startsWith("TLS") === true ? "TLS1.2" : "VersionTLS12"),
    },
  ]),
});
