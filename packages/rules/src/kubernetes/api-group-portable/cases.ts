import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "Kubernetes, CNCF, and the program's own",
      text: `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
---
apiVersion: cert-manager.io/v1
kind: Certificate
metadata: {name: web}
---
apiVersion: skaffold/v4beta11
kind: Config
---
apiVersion: shop.example.com/v1
kind: Order
metadata: {name: a}
---
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: orders.shop.example.com}
`,
    },
  ],
  fail: [
    {
      name: "one vendor's",
      text: `apiVersion: route.openshift.io/v1
kind: Route
metadata: {name: web}
`,
      findings: [
        {
          at: "1:13-1:34",
          problem: "vendorOnly",
          message: 'Route "web" works only on the platform of Red Hat OpenShift.',
        },
      ],
      fixed: null,
    },
    {
      name: "not classified",
      text: `apiVersion: shop.example.com/v1
kind: Order
metadata: {name: a}
`,
      findings: [{ at: "1:13-1:32", problem: "unclassified" }],
      fixed: null,
    },
  ],
};
