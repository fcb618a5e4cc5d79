import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "selector and peer match",
      text: `apiVersion: v1
kind: Pod
metadata: {name: web, labels: {app: web}}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: web}
spec:
  podSelector: {matchLabels: {app: web}}
  ingress:
    - from:
        - podSelector: {matchLabels: {app: web}}
        - namespaceSelector: {}
          podSelector: {matchLabels: {app: gateway}}
`,
    },
    {
      name: "no pods are known here",
      text: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: web}
spec:
  podSelector: {matchLabels: {app: web}}
`,
    },
  ],
  fail: [
    {
      name: "another label",
      text: `apiVersion: v1
kind: Pod
metadata: {name: web, labels: {app: web}}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: web}
spec:
  podSelector:
    matchLabels:
      app: api
`,
      findings: [
        {
          at: "10:5-10:16",
          problem: "nothingSelected",
          message: 'NetworkPolicy "web" selects no pod of the workspace.',
        },
      ],
      fixed: null,
    },
    {
      name: "a peer that does not exist",
      text: `apiVersion: v1
kind: Pod
metadata: {name: web, labels: {app: web}}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: web}
spec:
  podSelector: {}
  egress:
    - to:
        - podSelector: {matchLabels: {app: db}}
`,
      findings: [{ at: "12:24-12:48", problem: "peerMissing" }],
      fixed: null,
    },
  ],
};
