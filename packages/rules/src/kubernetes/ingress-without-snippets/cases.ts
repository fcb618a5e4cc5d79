import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "plain annotations",
      text: `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
  annotations:
    nginx.ingress.kubernetes.io/rewrite-target: /$1
    nginx.ingress.kubernetes.io/auth-url: https://auth.example.com
`,
    },
  ],
  fail: [
    {
      name: "a snippet",
      text: `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
  annotations:
    kubernetes.io/ingress.class: nginx
    nginx.ingress.kubernetes.io/server-snippet: |
      location / { return 200; }
`,
      findings: [
        {
          at: "7:5-7:47",
          problem: "snippet",
          message:
            'Ingress "web" puts its own text into the configuration of its controller by server-snippet.',
        },
      ],
      fixed: `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
  annotations:
    kubernetes.io/ingress.class: nginx
`,
    },
    {
      name: "a value that breaks out",
      text: `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
  annotations:
    nginx.ingress.kubernetes.io/auth-url: |-
      http://example.com/#;
      injection
    a: b
`,
      findings: [{ at: "6:5-6:41", problem: "injection" }],
      fixed: `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
  annotations:
    a: b
`,
    },
  ],
};
