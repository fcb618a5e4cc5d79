import { defineRule, type CelRule } from "@plimsoll/core";

export const rule: CelRule = defineRule({
  id: "kubernetes/ingress-nginx-not-deployed",
  title: "The retired ingress-nginx controller is not deployed",
  severity: "warning",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM036"],
  aliases: ["kubescape:C-0292"],
  since: "0.1.0",
  each: "containers",
  require:
    '!(container.?image.orValue("").contains("ingress-nginx/controller") || container.?image.orValue("").contains("nginx-ingress-controller/nginx-ingress-controller"))',
  problem: "retired",
  at: ["image"],
  message:
    'Container "{name}" runs ingress-nginx, which has had no maintainers and no security fixes since March 2026.',
});
