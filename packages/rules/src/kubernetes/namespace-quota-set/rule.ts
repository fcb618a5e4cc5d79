import { defineRule, type WorkspaceRule } from "@plimsoll/core";
import { companionMetadata } from "../../shared-workspace/companion.ts";
import { judgeNamespaces } from "../../shared-workspace/namespaces.ts";

export const rule: WorkspaceRule = defineRule({
  id: "kubernetes/namespace-quota-set",
  title: "A ResourceQuota limits what a namespace takes",
  severity: "info",
  confidence: "medium",
  surface: "kubernetes",
  catalogue: ["KM033"],
  aliases: ["trivy:KSV-0040", "kics:pod_or_container_without_resource_quota"],
  since: "0.1.0",
  reads: "namespace",
  judge: (inventory) =>
    judgeNamespaces(inventory, {
      forClaims: true,
      isSatisfied: (namespace) => inventory.ofKind("ResourceQuota", namespace).length > 0,
      problem: "missing",
      message: (where) => `${where} has no ResourceQuota: one workload may take the whole cluster.`,
      title: "Add a ResourceQuota",
      companion: (namespace) => ({
        apiVersion: "v1",
        kind: "ResourceQuota",
        metadata: companionMetadata("quota", namespace),
        spec: {
          hard: {
            "requests.cpu": "4",
            "requests.memory": "8Gi",
            "limits.cpu": "8",
            "limits.memory": "16Gi",
            pods: "50",
          },
        },
      }),
    }),
});
