import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a list",
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: app}
rules:
  - apiGroups: ["apps"]
    resources: ["deployments"]
    verbs: ["get", "list"]
`,
    },
    {
      name: "a copy of Kubernetes' own role",
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: system:custom
  labels: {kubernetes.io/bootstrapping: rbac-defaults}
rules:
  - apiGroups: ["*"]
    resources: ["*"]
    verbs: ["*"]
`,
    },
    {
      name: "bound by the provider's own binding only",
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: agent}
rules:
  - apiGroups: [""]
    resources: ["*"]
    verbs: ["get"]
`,
      files: {
        "binding.yaml": `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: "system:agent"}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: agent}
`,
      },
    },
  ],
  fail: [
    {
      name: "all three",
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: app}
rules:
  - apiGroups: ["*"]
    resources: ["*"]
    verbs: ["*"]
`,
      findings: [
        {
          at: "5:5-5:14",
          problem: "everyGroup",
          message: 'ClusterRole "app" grants every API group, those of tomorrow included.',
        },
        { at: "6:5-6:14", problem: "everyResource" },
        { at: "7:5-7:10", problem: "everyVerb" },
      ],
      fixed: null,
    },
    {
      name: "one of several rules",
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: app}
rules:
  - apiGroups: [""]
    resources: ["pods"]
    verbs: ["get"]
  - apiGroups: [""]
    resources: ["services"]
    verbs:
      - get
      - "*"
`,
      findings: [{ at: "10:5-10:10", problem: "everyVerb" }],
      fixed: null,
    },
  ],
};
