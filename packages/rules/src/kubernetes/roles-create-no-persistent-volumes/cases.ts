import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "claims",
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: app
rules:
  - apiGroups: [""]
    resources: ["persistentvolumeclaims"]
    verbs: ["create"]
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
  - apiGroups: [""]
    resources: ["persistentvolumes"]
    verbs: ["create", "get"]
`,
      findings: [
        {
          at: "8:5-8:10",
          problem: "createsVolumes",
          message: 'ClusterRole "app" may create persistent volumes, which may lead to any path of any node.',
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
      name: "every verb",
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: app
rules:
  - apiGroups: [""]
    resources: ["persistentvolumes"]
    verbs: ["*"]
`,
      findings: [{ at: "8:5-8:10", problem: "createsVolumes" }],
      fixed: null,
    },
  ],
};
