import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "reading",
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: app
rules:
  - apiGroups: [""]
    resources: ["pods", "persistentvolumeclaims"]
    verbs: ["get", "list"]
`,
    },
  ],
  fail: [
    {
      name: "deleting claims",
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: app
rules:
  - apiGroups: [""]
    resources: ["persistentvolumeclaims"]
    verbs: ["get", "delete"]
`,
      findings: [
        { at: "8:5-8:10", problem: "deletesData", message: 'Role "app" may delete workloads or their data.' },
      ],
      fixed: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: app
rules: []
`,
    },
    {
      name: "deleting deployments",
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: app
rules:
  - apiGroups: ["apps"]
    resources: ["deployments"]
    verbs: ["delete"]
`,
      findings: [{ at: "8:5-8:10", problem: "deletesData" }],
      fixed: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: app
rules: []
`,
    },
  ],
};
