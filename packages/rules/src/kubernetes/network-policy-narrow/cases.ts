import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "named peers",
      text: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: web}
spec:
  podSelector: {}
  ingress:
    - from:
        - namespaceSelector: {matchLabels: {name: gateway}}
        - ipBlock: {cidr: 0.0.0.0/0, except: [10.0.0.0/8]}
  egress: []
`,
    },
  ],
  fail: [
    {
      name: "everything, and every port of everyone",
      text: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: web}
spec:
  podSelector: {}
  ingress:
    - {}
  egress:
    - ports:
        - port: 53
`,
      findings: [
        {
          at: "7:7-7:9",
          problem: "everything",
          message: 'The ingress of NetworkPolicy "web" allows everything.',
        },
        { at: "9:7-9:12", problem: "anyPeer" },
      ],
      fixed: null,
    },
    {
      name: "every address and every namespace",
      text: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: web}
spec:
  podSelector: {}
  egress:
    - to:
        - ipBlock:
            cidr: 0.0.0.0/0
        - namespaceSelector: {}
`,
      findings: [
        { at: "9:19-9:28", problem: "anyAddress" },
        { at: "10:30-10:32", problem: "anyNamespace" },
      ],
      fixed: null,
    },
  ],
};
