import { defineRule, type CelRule } from "@plimsoll/core";

export const rule: CelRule = defineRule({
  id: "kubernetes/security-context-set",
  title: "Pods and containers have a security context",
  severity: "info",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM005"],
  aliases: [
    "trivy:KSV-0118",
    "checkov:CKV_K8S_29",
    "checkov:CKV_K8S_30",
    "kics:pod_or_container_without_security_context",
  ],
  since: "0.1.0",
  each: "pods",
  require: "podSpec.?securityContext.orValue({}).size() > 0",
  problem: "podMissing",
  at: ["securityContext", "podSpec:", "object.spec:"],
  message: 'The pods of {kind} "{name}" have no security context.',
  fix: {
    title: "Add the restricted security context",
    safety: "review",
    set: [
      { path: "securityContext", value: { runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } } },
    ],
  },
  also: [
    {
      each: "containers",
      when: 'containerType != "ephemeralContainers"',
      require: "container.?securityContext.orValue({}).size() > 0",
      problem: "containerMissing",
      at: ["securityContext"],
      message: 'Container "{name}" has no security context: what only a container can be denied, it may do.',
      fix: {
        title: "Add the restricted security context",
        safety: "review",
        set: [
          {
            path: "securityContext",
            value: {
              allowPrivilegeEscalation: false,
              capabilities: { drop: ["ALL"] },
              readOnlyRootFilesystem: true,
            },
          },
        ],
      },
    },
  ],
});
