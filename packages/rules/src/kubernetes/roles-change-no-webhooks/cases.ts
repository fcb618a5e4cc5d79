import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "reading",
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: app
rules:
  - apiGroups: ["admissionregistration.k8s.io"]
    resources: ["validatingwebhookconfigurations"]
    verbs: ["get", "list"]
`,
    },
  ],
  fail: [
    {
      name: "creating",
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: app
rules:
  - apiGroups: ["admissionregistration.k8s.io"]
    resources: ["mutatingwebhookconfigurations"]
    verbs: ["create", "list"]
`,
      findings: [
        {
          at: "8:5-8:10",
          problem: "changesWebhooks",
          message:
            'ClusterRole "app" may change admission webhooks: read every object on its way in, change it, or let it pass.',
        },
      ],
      fixed: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: app
rules: []
`,
    },
    {
      name: "every resource of the group",
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: app
rules:
  - apiGroups: ["admissionregistration.k8s.io"]
    resources: ["*"]
    verbs: ["patch"]
`,
      findings: [{ at: "8:5-8:10", problem: "changesWebhooks" }],
      fixed: null,
    },
  ],
};
