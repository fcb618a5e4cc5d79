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
  options: {
    lowest: {
      description: "The lowest port of the node that containers may open; with highest it makes a range.",
      schema: { type: "integer", minimum: 0, maximum: 65_535 },
      default: 0,
    },
    highest: {
      description: "The highest port of the node that containers may open; 0 for none.",
      schema: { type: "integer", minimum: 0, maximum: 65_535 },
      default: 0,
    },
  },
  each: "containers.ports",
  require:
    "item.?hostPort.orValue(0) == 0 || (item.hostPort >= params.lowest && item.hostPort <= params.highest)",
  problem: "hostPort",
  at: ["hostPort"],
  message: 'Container "{name}" opens port {value} of the node.',
  fix: { title: "Remove hostPort", safety: "review", remove: ["hostPort"] },
});
