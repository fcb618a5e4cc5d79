import { defineRule, type CelRule } from "@plimsoll/core";
import { NOT_WINDOWS } from "../../shared-pods/conditions.ts";

export const rule: CelRule = defineRule({
  id: "kubernetes/container-ports-unprivileged",
  title: "Containers listen on ports from 1024 up",
  severity: "warning",
  confidence: "medium",
  surface: "kubernetes",
  catalogue: ["KM016"],
  aliases: ["kube-linter:privileged-ports", "trivy:KSV-0117"],
  since: "0.1.0",
  each: "containers.ports",
  when: NOT_WINDOWS,
  require: "item.?containerPort.orValue(1024) >= 1024",
  problem: "privilegedPort",
  at: ["containerPort"],
  message: 'Container "{name}" listens on port {value}, which is below 1024.',
});
