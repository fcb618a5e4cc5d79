import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "metrics only",
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: app
rules:
  - apiGroups: [""]
    resources: ["nodes/metrics"]
    verbs: ["get"]
`,
    },
  ],
  fail: [
    {
      name: "nodes/proxy",
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: app
rules:
  - apiGroups: [""]
    resources: ["nodes", "nodes/proxy"]
    verbs: ["get"]
`,
      findings: [
        {
          at: "7:5-7:14",
          problem: "reachesKubelet",
          message:
            'ClusterRole "app" may speak to the kubelet of every node, which runs commands in any pod without a record.',
        },
      ],
      fixed: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: app
rules:
  - apiGroups: [""]
    resources:
      - nodes
    verbs: ["get"]
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
    resources: ["nodes/proxy"]
    verbs: ["*"]
`,
      findings: [{ at: "7:5-7:14", problem: "reachesKubelet" }],
      fixed: null,
    },
  ],
};
