import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a named group",
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: app}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: app}
subjects: [{kind: Group, name: developers, apiGroup: rbac.authorization.k8s.io}]
`,
    },
  ],
  fail: [
    {
      name: "unauthenticated users",
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: app}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: app}
subjects:
  - kind: Group
    name: developers
  - kind: Group
    name: system:unauthenticated
`,
      findings: [
        {
          at: "9:11-9:33",
          problem: "anonymous",
          message:
            'ClusterRoleBinding "app" gives its role to system:unauthenticated: to everyone who reaches the API server.',
        },
      ],
      fixed: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: app}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: app}
subjects:
  - kind: Group
    name: developers
`,
    },
    {
      name: "every user",
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: app}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: app}
subjects: [{kind: Group, name: "system:authenticated"}]
`,
      findings: [{ at: "5:32-5:54", problem: "everyUser" }],
      fixed: `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: app}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: app}
subjects: []
`,
    },
  ],
};
