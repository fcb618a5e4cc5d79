import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "stated",
      text: `apiVersion: v1
kind: Pod
metadata: {name: web, namespace: shop}
`,
    },
    {
      name: "a kind without namespaces",
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: web}
`,
    },
  ],
  fail: [
    {
      name: "a deployment",
      text: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
`,
      findings: [
        {
          at: "3:1-3:9",
          problem: "missing",
          message: 'Deployment "web" states no namespace: without one at deployment it lands in default.',
        },
      ],
      fixed: null,
    },
    {
      name: "empty",
      text: `apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: ""
`,
      findings: [{ at: "5:14-5:16", problem: "missing" }],
      fixed: null,
    },
  ],
};
