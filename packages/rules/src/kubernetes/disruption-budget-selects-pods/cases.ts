import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "matches",
      text: `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec: {template: {metadata: {labels: {app: web}}}}
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: web}
spec: {maxUnavailable: 1, selector: {matchLabels: {app: web}}}
`,
    },
  ],
  fail: [
    {
      name: "another label",
      text: `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec: {template: {metadata: {labels: {app: web}}}}
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: web}
spec:
  selector:
    matchLabels:
      app: webb
`,
      findings: [
        {
          at: "11:5-11:16",
          problem: "nothingSelected",
          message: 'PodDisruptionBudget "web" selects no pod of the workspace: it protects nothing.',
        },
      ],
      fixed: null,
    },
    {
      name: "an expression",
      text: `apiVersion: v1
kind: Pod
metadata: {name: web, labels: {app: web}}
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: web}
spec: {selector: {matchExpressions: [{key: app, operator: NotIn, values: [web]}]}}
`,
      findings: [{ at: "8:18-8:82", problem: "nothingSelected" }],
      fixed: null,
    },
  ],
};
