import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a class",
      text: `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web}
spec: {ingressClassName: internal}
`,
    },
    {
      name: "the old annotation",
      text: `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web, annotations: {kubernetes.io/ingress.class: internal}}
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
  rules: []
`,
      findings: [
        {
          at: "4:1-4:5",
          problem: "missing",
          message:
            'Ingress "web" names no class: whichever controller is the default takes it, or all of them do.',
        },
      ],
      fixed: null,
    },
    {
      name: "empty",
      text: `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web}
spec: {ingressClassName: ""}
`,
      findings: [{ at: "4:26-4:28", problem: "missing" }],
      fixed: null,
    },
  ],
};
