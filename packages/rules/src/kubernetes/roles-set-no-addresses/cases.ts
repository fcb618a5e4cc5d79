import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "changing services",
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: app
rules:
  - apiGroups: [""]
    resources: ["services"]
    verbs: ["update"]
`,
    },
  ],
  fail: [
    {
      name: "the status",
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: app
rules:
  - apiGroups: [""]
    resources: ["services", "services/status"]
    verbs: ["patch"]
`,
      findings: [
        {
          at: "7:5-7:14",
          problem: "setsAddresses",
          message:
            'ClusterRole "app" may set the addresses of load balancers, and so take the traffic for any address.',
        },
      ],
      fixed: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: app
rules:
  - apiGroups: [""]
    resources:
      - services
    verbs: ["patch"]
`,
    },
    {
      name: "every verb",
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: app
rules:
  - apiGroups: [""]
    resources: ["services/status"]
    verbs: ["*"]
`,
      findings: [{ at: "7:5-7:14", problem: "setsAddresses" }],
      fixed: null,
    },
  ],
};
