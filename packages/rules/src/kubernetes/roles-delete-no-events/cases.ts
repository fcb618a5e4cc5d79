import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "writing events",
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: app
rules:
  - apiGroups: [""]
    resources: ["events"]
    verbs: ["create", "patch"]
`,
    },
  ],
  fail: [
    {
      name: "deleting events",
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: app
rules:
  - apiGroups: [""]
    resources: ["events"]
    verbs: ["delete"]
`,
      findings: [
        {
          at: "8:5-8:10",
          problem: "deletesEvents",
          message: 'Role "app" may delete events, the trace that an intruder wants gone.',
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
      name: "every verb on events",
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: app
rules:
  - apiGroups: ["events.k8s.io"]
    resources: ["events"]
    verbs: ["*"]
`,
      findings: [{ at: "8:5-8:10", problem: "deletesEvents" }],
      fixed: null,
    },
  ],
};
