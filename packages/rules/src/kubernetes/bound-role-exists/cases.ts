import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "the role is there, and a role of Kubernetes",
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: app}
rules: []
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: app}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: app}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: viewers}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}
`,
    },
  ],
  fail: [
    {
      name: "a ClusterRole",
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: app}
rules: []
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: app}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: apps}
`,
      findings: [
        {
          at: "9:73-9:77",
          problem: "absent",
          message:
            'ClusterRoleBinding "app" binds to cluster role "apps", which the workspace does not hold.',
        },
      ],
      fixed: null,
    },
    {
      name: "a Role of another namespace",
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: app, namespace: a}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: app}
`,
      files: {
        "roles.yaml": `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: app, namespace: b}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: other, namespace: a}
`,
      },
      findings: [{ at: "4:66-4:69", problem: "absent" }],
      fixed: null,
    },
  ],
};
