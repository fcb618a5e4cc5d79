import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a verb that opens nothing",
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: app
rules:
  - apiGroups: [""]
    resources: ["pods/exec"]
    verbs: ["list"]
`,
    },
  ],
  fail: [
    {
      name: "exec",
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: app
rules:
  - apiGroups: [""]
    resources: ["pods/exec"]
    verbs: ["create"]
`,
      findings: [
        {
          at: "7:5-7:14",
          problem: "execsIntoPods",
          message: 'Role "app" may open a shell in pods or attach to them, and so hold what they hold.',
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
      name: "attach by a wildcard",
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: app
rules:
  - apiGroups: [""]
    resources: ["*"]
    verbs: ["get"]
`,
      findings: [{ at: "7:5-7:14", problem: "execsIntoAnyPods" }],
      fixed: null,
    },
  ],
};
