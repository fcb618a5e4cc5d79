import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "scaling only",
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: app
rules:
  - apiGroups: ["apps"]
    resources: ["deployments/scale"]
    verbs: ["update"]
`,
    },
  ],
  fail: [
    {
      name: "patching deployments",
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: app
rules:
  - apiGroups: ["apps"]
    resources: ["deployments"]
    verbs: ["get", "patch"]
`,
      findings: [
        {
          at: "8:5-8:10",
          problem: "managesWorkloads",
          message: 'Role "app" may create or change workloads, which is as good as creating pods.',
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
      name: "creating jobs cluster-wide",
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: app
rules:
  - apiGroups: ["batch"]
    resources: ["jobs"]
    verbs: ["create"]
`,
      findings: [{ at: "8:5-8:10", problem: "managesWorkloads" }],
      fixed: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: app
rules: []
`,
    },
  ],
};
