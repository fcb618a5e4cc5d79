import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a narrower role",
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: app}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}
subjects: [{kind: ServiceAccount, name: app, namespace: a}]
`,
    },
    {
      name: "the administrators of one namespace",
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: team, namespace: a}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: admin}
subjects: [{apiGroup: rbac.authorization.k8s.io, kind: Group, name: team}]
`,
    },
  ],
  fail: [
    {
      name: "a role for one namespace, bound in all of them",
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: team}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: edit}
subjects: [{apiGroup: rbac.authorization.k8s.io, kind: Group, name: team}]
`,
      findings: [
        {
          at: "4:73-4:77",
          problem: "everyNamespace",
          message:
            'ClusterRoleBinding "team" binds to "edit" in every namespace, Secrets and what runs in kube-system included.',
        },
      ],
      fixed: null,
    },
    {
      name: "cluster-admin",
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: app}
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: cluster-admin
subjects: [{kind: ServiceAccount, name: app, namespace: a}]
`,
      findings: [
        {
          at: "7:9-7:22",
          problem: "clusterAdmin",
          message: 'ClusterRoleBinding "app" binds to cluster-admin.',
        },
      ],
      fixed: null,
    },
    {
      name: "a role of another file that grants everything",
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: app, namespace: a}
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: app
subjects: [{kind: ServiceAccount, name: app}]
`,
      files: {
        "role.yaml": `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: app}
rules:
  - apiGroups: ["*"]
    resources: ["*"]
    verbs: ["*"]
`,
      },
      findings: [
        {
          at: "7:9-7:12",
          problem: "everythingInNamespace",
          message: 'RoleBinding "app" binds to "app", which grants everything in its namespace.',
        },
      ],
      fixed: null,
    },
    {
      name: "a role of the same file that grants everything, in the whole cluster",
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: app}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: app}
subjects: [{kind: ServiceAccount, name: app, namespace: a}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: app}
rules: [{apiGroups: ["*"], resources: ["*"], verbs: ["*"]}]
`,
      findings: [{ at: "4:73-4:76", problem: "everything" }],
      fixed: null,
    },
    {
      name: "cluster-admin in one namespace",
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: app, namespace: a}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}
subjects: [{kind: ServiceAccount, name: app, namespace: a}]
`,
      findings: [
        {
          at: "4:73-4:86",
          problem: "adminOfNamespace",
          message: 'RoleBinding "app" binds to cluster-admin for all of its namespace.',
        },
      ],
      fixed: null,
    },
  ],
};
