import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "by number and by name",
      text: `apiVersion: v1
kind: Service
metadata: {name: web}
spec: {ports: [{name: http, port: 80}]}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web}
spec:
  defaultBackend: {service: {name: web, port: {number: 80}}}
  rules:
    - http: {paths: [{backend: {service: {name: web, port: {name: http}}}}, {backend: {resource: {kind: Bucket, name: x}}}]}
`,
    },
    {
      name: "no Service of the namespace is known",
      text: `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web}
spec: {defaultBackend: {service: {name: web, port: {number: 80}}}}
`,
    },
  ],
  fail: [
    {
      name: "a field of earlier versions",
      text: `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web}
spec: {rules: [{http: {paths: [{backend: {serviceName: web, servicePort: 80}}]}}]}
`,
      findings: [
        {
          at: "4:56-4:59",
          problem: "oldField",
          message:
            'Ingress "web" names Service "web" in a field that networking.k8s.io/v1 does not have: the rule leads nowhere.',
        },
      ],
      fixed: null,
    },
    {
      name: "no such Service",
      text: `apiVersion: v1
kind: Service
metadata: {name: web}
spec: {ports: [{port: 80}]}
---
apiVersion: extensions/v1beta1
kind: Ingress
metadata: {name: web}
spec:
  rules:
    - http:
        paths:
          - backend:
              serviceName: webb
              servicePort: 80
`,
      findings: [{ at: "14:28-14:32", problem: "serviceAbsent" }],
      fixed: null,
    },
    {
      name: "no such port",
      text: `apiVersion: v1
kind: Service
metadata: {name: web}
spec: {ports: [{name: http, port: 80}]}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web}
spec:
  rules:
    - http:
        paths:
          - backend: {service: {name: web, port: {number: 8080}}}
`,
      findings: [{ at: "13:39-13:42", problem: "portAbsent" }],
      fixed: null,
    },
  ],
};
