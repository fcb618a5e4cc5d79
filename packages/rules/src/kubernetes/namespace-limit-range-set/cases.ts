import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a limit range in another file",
      text: `apiVersion: v1
kind: Namespace
metadata: {name: shop}
`,
      files: {
        "limits.yaml": `apiVersion: v1
kind: LimitRange
metadata: {name: limits, namespace: shop}
`,
      },
    },
  ],
  fail: [
    {
      name: "a namespace",
      text: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
`,
      findings: [
        {
          at: "4:9-4:13",
          problem: "missing",
          message: 'Namespace "shop" has no LimitRange: containers that set no limits have none.',
        },
      ],
      fixed: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
---
apiVersion: v1
kind: LimitRange
metadata:
  name: limits
  namespace: shop
spec:
  limits:
    - type: Container
      default:
        cpu: 500m
        memory: 256Mi
      defaultRequest:
        cpu: 100m
        memory: 128Mi
`,
    },
    {
      name: "only another namespace has one",
      text: `apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
---
apiVersion: v1
kind: LimitRange
metadata: {name: limits, namespace: db}
`,
      findings: [{ at: "3:34-3:38", problem: "missing" }],
      fixed: `apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
---
apiVersion: v1
kind: LimitRange
metadata:
  name: limits
  namespace: shop
spec:
  limits:
    - type: Container
      default:
        cpu: 500m
        memory: 256Mi
      defaultRequest:
        cpu: 100m
        memory: 128Mi
---
apiVersion: v1
kind: LimitRange
metadata: {name: limits, namespace: db}
`,
    },
  ],
};
