import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a host",
      text: `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web}
spec: {rules: [{host: a.example.com}]}
`,
    },
  ],
  fail: [
    {
      name: "a wildcard and an empty host",
      text: `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web}
spec:
  rules:
    - host: "*.example.com"
    - host: ""
`,
      findings: [
        {
          at: "6:13-6:28",
          problem: "wildcard",
          message: 'Ingress "web" takes the traffic of hosts that it does not name.',
        },
        { at: "7:13-7:15", problem: "wildcard" },
      ],
      fixed: null,
    },
    {
      name: "no host",
      text: `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web}
spec:
  rules:
    - http: {paths: []}
`,
      findings: [{ at: "6:7-6:11", problem: "wildcard" }],
      fixed: null,
    },
  ],
};
