import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "reading accounts",
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: app
rules:
  - apiGroups: [""]
    resources: ["serviceaccounts"]
    verbs: ["get"]
`,
    },
  ],
  fail: [
    {
      name: "tokens",
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: app
rules:
  - apiGroups: [""]
    resources: ["serviceaccounts/token"]
    verbs: ["create"]
`,
      findings: [
        {
          at: "7:5-7:14",
          problem: "mintsTokens",
          message: 'Role "app" may make tokens for every service account in its reach.',
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
      name: "every verb",
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: app
rules:
  - apiGroups: [""]
    resources: ["serviceaccounts", "serviceaccounts/token"]
    verbs: ["*"]
`,
      findings: [{ at: "7:5-7:14", problem: "mintsTokens" }],
      fixed: null,
    },
  ],
};
