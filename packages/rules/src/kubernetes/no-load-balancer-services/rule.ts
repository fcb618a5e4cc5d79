import { defineRule, type CelRule } from "@plimsoll/core";
import { IS_INTERNAL_BALANCER } from "../../shared-network/load-balancers.ts";

export const rule: CelRule = defineRule({
  id: "kubernetes/no-load-balancer-services",
  title: "No Service has a load balancer of its own",
  severity: "warning",
  confidence: "medium",
  surface: "kubernetes",
  catalogue: ["KM031"],
  aliases: [
    "kubescape:C-0256",
    "gatekeeper:block-loadbalancer-services",
    "kics:service_with_external_load_balancer",
  ],
  since: "0.1.0",
  kinds: ["/Service"],
  each: "resources",
  when: `!(${IS_INTERNAL_BALANCER})`,
  require: 'object.?spec.?type.orValue("") != "LoadBalancer"',
  problem: "loadBalancer",
  // What is missing is an annotation that keeps it internal, as the condition says.
  at: ["metadata.annotations:", "metadata.name", "metadata:"],
  message:
    'Service "{name}" gets a load balancer of its own, past the declared entry point: no annotation keeps it internal.',
  fix: {
    title: "Make the Service internal",
    safety: "review",
    set: [{ path: "spec.type", value: "ClusterIP" }],
  },
});
