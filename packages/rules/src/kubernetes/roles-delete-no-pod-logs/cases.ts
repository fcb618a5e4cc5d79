import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "reading logs",
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: app
rules:
  - apiGroups: [""]
    resources: ["pods/log"]
    verbs: ["get"]
`,
    },
  ],
  fail: [
    {
      name: "deleting logs",
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: app
rules:
  - apiGroups: [""]
    resources: ["pods/log"]
    verbs: ["delete"]
`,
      findings: [
        {
          at: "7:5-7:14",
          problem: "deletesLogs",
          message: 'Role "app" may delete logs of pods, the trace that an intruder wants gone.',
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
    resources: ["pods/log"]
    verbs: ["*"]
`,
      findings: [{ at: "7:5-7:14", problem: "deletesLogs" }],
      fixed: null,
    },
  ],
};
