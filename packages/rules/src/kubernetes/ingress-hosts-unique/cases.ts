import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "two paths of one host",
      text: `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: a}
spec: {rules: [{host: x.example.com, http: {paths: [{path: /a}]}}]}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: b}
spec: {rules: [{host: x.example.com, http: {paths: [{path: /b}]}}]}
`,
    },
  ],
  fail: [
    {
      name: "the same path in another file",
      text: `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: a}
spec: {rules: [{host: x.example.com, http: {paths: [{path: /a}]}}]}
`,
      files: {
        "b.yaml": `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: b}
spec: {rules: [{host: x.example.com, http: {paths: [{path: /a}]}}]}
`,
      },
      findings: [
        {
          at: "4:23-4:36",
          problem: "taken",
          message: 'Ingress "a" serves x.example.com/a, as Ingress "b" does.',
        },
      ],
      fixed: null,
    },
    {
      name: "the whole host",
      text: `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: a}
spec:
  rules:
    - host: x.example.com
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: b}
spec:
  rules:
    - host: x.example.com
`,
      findings: [
        { at: "6:13-6:26", problem: "taken" },
        { at: "13:13-13:26", problem: "taken" },
      ],
      fixed: null,
    },
  ],
};
