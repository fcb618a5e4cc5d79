import { defineRule, type WorkspaceRule } from "@plimsoll/core";
import { hasGenerators, judgeAbsent } from "../../shared-workspace/absent.ts";

export const rule: WorkspaceRule = defineRule({
  id: "kubernetes/config-map-exists",
  title: "The ConfigMaps that a workload reads exist",
  severity: "warning",
  confidence: "low",
  surface: "kubernetes",
  catalogue: ["KM047"],
  aliases: ["kubescape:C-0302"],
  since: "0.1.0",
  reads: "namespace",
  judge: (inventory) =>
    judgeAbsent(inventory, {
      kind: "ConfigMap",
      via: ["volumes", "volumes.projected", "env", "envFrom"],
      ignore: (name) => name === "kube-root-ca.crt" || hasGenerators(inventory),
      words: "reads ConfigMap",
    }),
});
