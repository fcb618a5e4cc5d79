import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "reading pods",
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: app
rules:
  - apiGroups: [""]
    resources: ["pods"]
    verbs: ["get", "list", "create"]
`,
    },
  ],
  fail: [
    {
      name: "port forwarding",
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: app
rules:
  - apiGroups: [""]
    resources: ["pods", "pods/portforward"]
    verbs: ["get", "create"]
`,
      findings: [
        {
          at: "7:5-7:14",
          problem: "forwardsPorts",
          message: 'Role "app" may forward ports of pods, past every network policy.',
        },
      ],
      fixed: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: app
rules:
  - apiGroups: [""]
    resources:
      - pods
    verbs: ["get", "create"]
`,
    },
    {
      name: "cluster-wide",
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: app
rules:
  - apiGroups: [""]
    resources: ["pods/portforward"]
    verbs: ["*"]
`,
      findings: [{ at: "7:5-7:14", problem: "forwardsPorts" }],
      fixed: null,
    },
  ],
};
