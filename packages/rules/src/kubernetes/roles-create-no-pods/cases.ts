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
    verbs: ["get", "list"]
`,
    },
  ],
  fail: [
    {
      name: "create pods",
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: app
rules:
  - apiGroups: [""]
    resources: ["pods"]
    verbs: ["create"]
`,
      findings: [
        {
          at: "8:5-8:10",
          problem: "createsPods",
          message:
            'Role "app" may create pods, and a pod may mount every Secret and use every service account of its namespace.',
        },
      ],
      fixed: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: app
rules: []
`,
    },
    {
      name: "every verb on pods",
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: app
rules:
  - apiGroups: [""]
    resources: ["pods"]
    verbs: ["*"]
`,
      findings: [{ at: "8:5-8:10", problem: "createsPods" }],
      fixed: null,
    },
  ],
};
