import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "asking for a certificate, and only one of the two grants",
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: app}
rules:
  - {apiGroups: ["certificates.k8s.io"], resources: ["certificatesigningrequests"], verbs: ["create", "get"]}
  - {apiGroups: ["certificates.k8s.io"], resources: ["signers"], verbs: ["approve"]}
`,
    },
  ],
  fail: [
    {
      name: "both grants",
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: app
rules:
  - apiGroups: ["certificates.k8s.io"]
    resources: ["certificatesigningrequests/approval"]
    verbs: ["update"]
  - apiGroups: ["certificates.k8s.io"]
    resources: ["signers"]
    verbs: ["approve"]
`,
      findings: [
        {
          at: "8:5-8:10",
          problem: "approvesCertificates",
          message: 'ClusterRole "app" may approve certificates, and so make itself any user of the cluster.',
        },
      ],
      fixed: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: app
rules:
  - apiGroups: ["certificates.k8s.io"]
    resources: ["signers"]
    verbs: ["approve"]
`,
    },
    {
      name: "both by wildcard",
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: app
rules:
  - apiGroups: ["certificates.k8s.io"]
    resources: ["*"]
    verbs: ["*"]
`,
      findings: [{ at: "8:5-8:10", problem: "approvesCertificates" }],
      fixed: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: app
rules: []
`,
    },
  ],
};
