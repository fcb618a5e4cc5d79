import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a certificate",
      text: `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web}
spec:
  tls: [{hosts: [a.example.com], secretName: web}]
  rules: [{host: a.example.com}]
`,
    },
  ],
  fail: [
    {
      name: "none",
      text: `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web}
spec:
  rules: [{host: a.example.com}]
`,
      findings: [
        {
          at: "4:1-4:5",
          problem: "noTls",
          message: 'Ingress "web" has no TLS: what it serves crosses the network in the clear.',
        },
      ],
      fixed: `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web}
spec:
  rules: [{host: a.example.com}]
  tls:
    - hosts:
        - a.example.com
      secretName: web-tls
`,
    },
    {
      name: "an empty list",
      text: `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web}
spec:
  rules: [{host: a.example.com}]
  tls: []
`,
      findings: [{ at: "6:8-6:10", problem: "noTls" }],
      fixed: `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web}
spec:
  rules: [{host: a.example.com}]
  tls:
    - hosts:
        - a.example.com
      secretName: web-tls
`,
    },
  ],
};
