import { defineRule, type WorkspaceRule } from "@plimsoll/core";
import { companionMetadata } from "../../shared-workspace/companion.ts";
import { judgeNamespaces } from "../../shared-workspace/namespaces.ts";

const LIMITS = [
  {
    type: "Container",
    default: { cpu: "500m", memory: "256Mi" },
    defaultRequest: { cpu: "100m", memory: "128Mi" },
  },
];

export const rule: WorkspaceRule = defineRule({
  id: "kubernetes/namespace-limit-range-set",
  title: "A LimitRange gives containers of a namespace their limits",
  severity: "info",
  confidence: "medium",
  surface: "kubernetes",
  catalogue: ["KM033"],
  aliases: ["trivy:KSV-0039", "kics:pod_or_container_without_limit_range"],
  since: "0.1.0",
  reads: "namespace",
  judge: (inventory) =>
    judgeNamespaces(inventory, {
      forClaims: true,
      isSatisfied: (namespace) => inventory.ofKind("LimitRange", namespace).length > 0,
      problem: "missing",
      message: (where) => `${where} has no LimitRange: containers that set no limits have none.`,
      title: "Add a LimitRange",
      companion: (namespace) => ({
        apiVersion: "v1",
        kind: "LimitRange",
        metadata: companionMetadata("limits", namespace),
        spec: { limits: LIMITS },
      }),
    }),
});
