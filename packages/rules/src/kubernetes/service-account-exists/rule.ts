import { defineRule, type WorkspaceRule } from "@plimsoll/core";
import { judgeAbsent } from "../../shared-workspace/absent.ts";

export const rule: WorkspaceRule = defineRule({
  id: "kubernetes/service-account-exists",
  title: "The service account of a workload exists",
  severity: "warning",
  confidence: "medium",
  surface: "kubernetes",
  catalogue: ["KM023"],
  aliases: ["kube-linter:non-existent-service-account"],
  since: "0.1.0",
  reads: "namespace",
  judge: (inventory) =>
    judgeAbsent(inventory, {
      kind: "ServiceAccount",
      via: ["serviceAccountName"],
      ignore: (name) => name === "default",
      words: "runs under service account",
      title: "Add the service account",
      companion: (metadata) => ({
        apiVersion: "v1",
        kind: "ServiceAccount",
        metadata,
        automountServiceAccountToken: false,
      }),
    }),
});
