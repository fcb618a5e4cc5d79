import { defineRule, type WorkspaceRule } from "@plimsoll/core";
import { judgeAbsent } from "../../shared-workspace/absent.ts";

const KINDS = [
  "Deployment",
  "StatefulSet",
  "ReplicaSet",
  "ReplicationController",
  "Rollout",
  "DeploymentConfig",
];

export const rule: WorkspaceRule = defineRule({
  id: "kubernetes/autoscaler-target-exists",
  title: "The workload of an autoscaler exists",
  severity: "warning",
  confidence: "medium",
  surface: "kubernetes",
  catalogue: ["KM032"],
  aliases: [
    "kube-linter:dangling-hpa",
    "kube-linter:dangling-horizontalpodautoscaler",
    "kube-score:horizontalpodautoscaler-has-target",
  ],
  since: "0.1.0",
  reads: "namespace",
  judge: (inventory) =>
    KINDS.flatMap((kind) => [
      ...judgeAbsent(inventory, {
        kind,
        via: ["spec.scaleTargetRef", "spec.targetRef"],
        words: `scales ${kind}`,
      }),
    ]),
});
