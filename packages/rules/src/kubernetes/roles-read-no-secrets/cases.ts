import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "config maps",
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: app
rules:
  - apiGroups: [""]
    resources: ["configmaps"]
    verbs: ["get"]
`,
    },
  ],
  fail: [
    {
      name: "all secrets of a namespace",
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: app
rules:
  - apiGroups: [""]
    resources: ["pods", "secrets"]
    verbs: ["get"]
`,
      findings: [
        {
          at: "8:5-8:10",
          problem: "readsSecrets",
          message:
            'Role "app" may read every Secret in its reach: service account tokens, keys and passwords.',
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
    verbs: ["get"]
`,
    },
    {
      name: "by wildcard",
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: app
rules:
  - apiGroups: [""]
    resources: ["*"]
    verbs: ["list"]
`,
      findings: [{ at: "8:5-8:10", problem: "readsSecrets" }],
      fixed: null,
    },
  ],
};
