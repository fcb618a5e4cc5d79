import { defineRule, type CelRule } from "@plimsoll/core";

export const rule: CelRule = defineRule({
  id: "kubernetes/no-ssh-port",
  title: "No container offers SSH",
  severity: "error",
  confidence: "medium",
  surface: "kubernetes",
  catalogue: ["KM016"],
  aliases: ["kube-linter:ssh-port", "kubescape:C-0042"],
  since: "0.1.0",
  each: "containers.ports",
  require: '!(item.?containerPort.orValue(0) == 22 && item.?protocol.orValue("TCP") == "TCP")',
  problem: "port",
  at: ["containerPort"],
  message: 'Container "{name}" offers port 22: a way in past the API server, its rights and its log.',
  fix: { title: "Remove the port", safety: "review", remove: [""] },
  also: [
    {
      each: "resources.spec.ports",
      when: 'kind == "Service"',
      require: "!(item.?port.orValue(0) == 22 || string(item.?targetPort.orValue(0)) == '22')",
      problem: "service",
      at: ["targetPort", "port"],
      message: 'Service "{name}" leads to port 22: a way in past the API server, its rights and its log.',
      fix: { title: "Remove the port", safety: "review", remove: [""] },
    },
  ],
});
