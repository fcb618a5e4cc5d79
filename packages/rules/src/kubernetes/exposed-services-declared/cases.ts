import type { RuleCases } from "@plimsoll/core";

const service = `apiVersion: v1
kind: Service
metadata: {name: web}
spec: {selector: {app: web}, ports: [{port: 80}]}
---
`;

const ingress = (name: string): string => `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web}
spec:
  rules:
    - host: web.example.org
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: ${name}
                port: {number: 80}
`;

export const cases: RuleCases = {
  pass: [
    { name: "a declared Service", text: service + ingress("web"), options: { services: ["web"] } },
    { name: "a Service that is not there", text: service + ingress("shop") },
  ],
  fail: [
    {
      name: "a Service that no configuration declares",
      text: service + ingress("web"),
      findings: [
        {
          at: "18:23-18:26",
          problem: "undeclared",
          message:
            'Ingress "web" opens Service "web" to callers from outside, and no configuration declares it.',
        },
      ],
      fixed: null,
    },
    {
      name: "the default backend, in the old form",
      text: `${service}apiVersion: extensions/v1beta1
kind: Ingress
metadata: {name: all}
spec:
  rules:
    - http:
        paths:
          - backend: {serviceName: web, servicePort: 80}
`,
      options: { services: ["shop"] },
      findings: [{ at: "13:36-13:39", problem: "undeclared" }],
      fixed: null,
    },
  ],
};
