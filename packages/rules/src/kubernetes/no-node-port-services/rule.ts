import { defineRule, type CelRule } from "@plimsoll/core";

export const rule: CelRule = defineRule({
  id: "kubernetes/no-node-port-services",
  title: "No Service opens a port on the nodes",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM031"],
  aliases: [
    "kube-score:service-type",
    "kube-linter:exposed-services",
    "gatekeeper:block-nodeport-services",
    "kics:service_type_is_nodeport",
  ],
  since: "0.1.0",
  kinds: ["/Service"],
  each: "resources",
  require: 'object.?spec.?type.orValue("") != "NodePort"',
  problem: "nodePort",
  at: ["spec.type"],
  message: 'Service "{name}" opens a port on every node, past the declared entry point.',
  fix: {
    title: "Make the Service internal",
    safety: "review",
    set: [{ path: "spec.type", value: "ClusterIP" }],
  },
});
