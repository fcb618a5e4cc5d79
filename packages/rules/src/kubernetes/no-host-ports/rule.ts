import { defineRule, type CelRule } from "@plimsoll/core";

export const rule: CelRule = defineRule({
  id: "kubernetes/no-host-ports",
  title: "Containers open no port of the node",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM015"],
  aliases: [
    "psa:hostPorts",
    "trivy:KSV-0024",
    "checkov:CKV_K8S_26",
    "kubescape:C-0044",
    "polaris:hostPortSet",
    "kics:workload_host_port_not_specified",
  ],
  since: "0.1.0",
  each: "containers.ports",
  require: "item.?hostPort.orValue(0) == 0",
  problem: "hostPort",
  at: ["hostPort"],
  message: 'Container "{name}" opens port {value} of the node.',
  fix: { title: "Remove hostPort", safety: "review", remove: ["hostPort"] },
});
