import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "an account of its own",
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: app}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: app}
subjects: [{kind: ServiceAccount, name: app}, {kind: User, name: default}]
`,
    },
  ],
  fail: [
    {
      name: "the default account",
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: app}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: app}
subjects:
  - kind: ServiceAccount
    name: default
`,
      findings: [
        {
          at: "7:11-7:18",
          problem: "defaultAccount",
          message:
            'RoleBinding "app" gives its role to the default service account, and so to every pod that names no other.',
        },
      ],
      fixed: `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: app}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: app}
subjects: []
`,
    },
    {
      name: "all accounts of a namespace",
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: app}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}
subjects:
  - kind: Group
    name: system:serviceaccounts:shop
`,
      findings: [{ at: "7:11-7:38", problem: "everyAccount" }],
      fixed: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: app}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}
subjects: []
`,
    },
  ],
};
