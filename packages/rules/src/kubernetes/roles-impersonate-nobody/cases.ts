import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "reading users",
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: app
rules:
  - apiGroups: [""]
    resources: ["users", "groups"]
    verbs: ["get"]
`,
    },
  ],
  fail: [
    {
      name: "users and groups",
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: app
rules:
  - apiGroups: [""]
    resources: ["users", "groups", "serviceaccounts"]
    verbs: ["impersonate"]
`,
      findings: [
        {
          at: "8:5-8:10",
          problem: "impersonates",
          message: 'ClusterRole "app" may act as another user, group or service account.',
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
      name: "every verb on service accounts",
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: app
rules:
  - apiGroups: [""]
    resources: ["serviceaccounts"]
    verbs: ["*"]
`,
      findings: [{ at: "8:5-8:10", problem: "impersonates" }],
      fixed: null,
    },
  ],
};
