import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "one unavailable, and a number available",
      text: `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: web}
spec: {maxUnavailable: 1}
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: db}
spec: {minAvailable: 2}
`,
    },
  ],
  fail: [
    {
      name: "none unavailable",
      text: `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: web}
spec:
  maxUnavailable: 0
`,
      findings: [
        {
          at: "5:19-5:20",
          problem: "noneUnavailable",
          message:
            'PodDisruptionBudget "web" lets no pod be evicted: nodes cannot be drained for an upgrade.',
        },
      ],
      fixed: `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: web}
spec:
  maxUnavailable: 1
`,
    },
    {
      name: "no number",
      text: `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: web}
spec:
  selector: {matchLabels: {app: web}}
`,
      findings: [{ at: "4:1-4:5", problem: "noNumber" }],
      fixed: `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: web}
spec:
  selector: {matchLabels: {app: web}}
  maxUnavailable: 1
`,
    },
    {
      name: "by percent",
      text: `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: web}
spec: {minAvailable: 100%, maxUnavailable: "0%"}
`,
      findings: [
        { at: "4:22-4:26", problem: "allAvailable" },
        { at: "4:44-4:48", problem: "noneUnavailable" },
      ],
      fixed: `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: web}
spec: {minAvailable: 100%, maxUnavailable: 1}
`,
      remains: true,
    },
  ],
};
